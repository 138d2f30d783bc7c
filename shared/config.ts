import type { MemberAccount } from './cloud/accounts.ts';
import { type ChannelSettings, channelsOf, type FromEnvironment, routesOf } from './config/channels.ts';
import { readEnvironment } from './config/environment.ts';
import { exceptionsOf } from './config/exceptions.ts';
import type { ConfigFile } from './config/file.ts';
import type { Exceptions } from './model/exception.ts';
import type { Route } from './notify/route.ts';

/** Everything that can be set, checked. */
export interface Config extends FromEnvironment {
  readonly databaseUrl: string | undefined;
  /** Empty: the function's own region. */
  readonly regions: readonly string[];
  /** Other accounts that are watched from here. */
  readonly accounts: readonly MemberAccount[];
  /** Every robot, mailbox and webhook, those of the environment included. */
  readonly channels: readonly ChannelSettings[];
  readonly routes: readonly Route[];
  /** By id or name of the cluster; unsaid is production. */
  readonly environments: Readonly<Record<string, string>>;
  /** Declared in the file; more may be in the store. */
  readonly exceptions: Exceptions;
  /** Undefined: switched off. */
  readonly heartbeat: { readonly at: string; readonly timeZone: string } | undefined;
  readonly auditKeepDays: number;
  readonly inventoryEveryMinutes: number;
  /** Names of what ackwatch itself is made of. */
  readonly watcherNames: readonly string[];
  readonly language: 'en' | 'zh' | 'ja';
  readonly timeZone: string;
  readonly reviewUrl: string | undefined;
  readonly endpoint: string | undefined;
}

/**
 * The configuration from the environment, and from `ackwatch.yaml` where it was read before. Where both say something,
 * the environment holds. Throws one ConfigError that names everything that is wrong.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  file?: ConfigFile,
): Config {
  const env = readEnvironment(environment);
  const channels = channelsOf(env, file);
  const timeZone = env.timeZone ?? file?.timeZone ?? 'Asia/Shanghai';
  return {
    ...env,
    regions: env.regions.length > 0 ? env.regions : (file?.regions ?? []),
    accounts: env.accounts.length > 0 ? env.accounts : (file?.accounts ?? []),
    channels,
    routes: routesOf(channels, file),
    environments: Object.fromEntries(
      Object.entries(file?.clusters ?? {}).map(([cluster, { environment: name }]) => [cluster, name]),
    ),
    ...knowingOf(file, timeZone),
    language: env.language ?? file?.language ?? 'en',
    timeZone,
    reviewUrl: env.reviewUrl ?? file?.reviewUrl,
  };
}

function knowingOf(file: ConfigFile | undefined, timeZone: string) {
  const { enabled = true, at = '09:00', timeZone: zone = timeZone } = file?.heartbeat ?? {};
  return {
    exceptions: exceptionsOf(file),
    heartbeat: enabled ? { at, timeZone: zone } : undefined,
    auditKeepDays: file?.audit?.keepDays ?? 400,
    inventoryEveryMinutes: file?.reconcile?.inventoryEveryMinutes ?? 30,
    watcherNames: file?.watcher?.names ?? ['ackwatch*'],
  };
}

/** The same with the file that `ACKWATCH_CONFIG` names; what reads YAML is loaded only for it. */
export async function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Config> {
  const path = environment['ACKWATCH_CONFIG']?.trim();
  if (!path) return readConfig(environment);
  const { readConfigFile } = await import('./config/read-file.ts');
  return readConfig(environment, await readConfigFile(path, environment));
}
