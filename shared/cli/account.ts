import type { ArgsDef } from 'citty';
import * as z from 'zod';
import { ask } from '../cloud/answer.ts';
import { openCloud } from '../cloud/openapi.ts';
import { loadConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { credentialsOf } from '../function-context.ts';
import type { Surroundings } from '../open.ts';
import type { Terminal } from './command.ts';

/** Options of every command that reads the cloud. */
export const ACCOUNT_ARGS = {
  regions: { type: 'string', description: 'Comma list, such as cn-hangzhou,cn-beijing; else ACKWATCH_REGIONS' },
  account: { type: 'string', description: 'Account id; unless given, the access key is asked whose it is' },
} as const satisfies ArgsDef;

const IDENTITY_MS = 15_000;

/** Whose account, where, and with which keys: from the options and the environment. Throws ConfigError or CloudError. */
export async function openAccount(
  given: { readonly regions?: string | undefined; readonly account?: string | undefined },
  { environment }: Terminal,
): Promise<Surroundings & { readonly regions: readonly string[] }> {
  const config = await loadConfig(environment);
  const regions = given.regions === undefined ? config.regions : listed(given.regions);
  const [region] = regions;
  if (region === undefined) {
    throw new ConfigError('Expected --regions or ACKWATCH_REGIONS, such as cn-hangzhou: where the clusters are');
  }
  const credentials = () => credentialsOf({}, environment);
  credentials(); // told now rather than by the first call
  const accountId = given.account ?? (await askWhose(credentials, config.endpoint, region));
  if (!/^\d{16}$/u.test(accountId)) throw new ConfigError(`Expected an account id of 16 digits, got ${accountId}`);
  const now = () => new Date();
  return { config: { ...config, regions }, accountId, region, regions, credentials, now, log: () => undefined };
}

async function askWhose(
  credentials: Surroundings['credentials'],
  endpoint: string | undefined,
  region: string,
): Promise<string> {
  const cloud = openCloud({ credentials, endpoint });
  const deadline = Date.now() + IDENTITY_MS;
  const call = { product: 'sts', action: 'GetCallerIdentity', region, params: {}, deadline } as const;
  return (await ask(cloud, call, z.object({ AccountId: z.string() }))).AccountId;
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
