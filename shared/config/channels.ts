import { ConfigError } from '../errors.ts';
import type { Route } from '../notify/route.ts';
import type { ConfigFile } from './file.ts';

type Settings<K extends 'robots' | 'mailboxes' | 'webhooks'> = ConfigFile[K][string];

/** One robot, mailbox or webhook with its id. */
export type ChannelSettings = { readonly id: string } & (
  | Settings<'robots'>
  | ({ readonly type: 'email' } & Settings<'mailboxes'>)
  | ({ readonly type: 'webhook' } & Settings<'webhooks'>)
);

/** The robot and the mailbox of the environment variables. */
export interface FromEnvironment {
  readonly dingtalk:
    | { readonly webhook: string; readonly secret: string | undefined; readonly keyword: string }
    | undefined;
  readonly email: { readonly smtpUrl: string; readonly from: string; readonly to: readonly string[] } | undefined;
}

const PASS_ON_AFTER = { passOnAfterMinutes: 5 };

/** Every channel: those of the environment first, under the names `dingtalk` and `email`; each knows its next one. */
export function channelsOf(
  { dingtalk, email }: FromEnvironment,
  file: ConfigFile | undefined,
): readonly ChannelSettings[] {
  const named: readonly ChannelSettings[] = [
    ...(dingtalk ? [{ id: 'dingtalk', type: 'dingtalk', ...dingtalk, ...PASS_ON_AFTER } as const] : []),
    ...Object.entries(file?.robots ?? {}).map(([id, robot]) => ({ id, ...robot })),
    ...(email ? [{ id: 'email', type: 'email', ...email, ...PASS_ON_AFTER } as const] : []),
    ...Object.entries(file?.mailboxes ?? {}).map(([id, mailbox]) => ({ id, type: 'email' as const, ...mailbox })),
    ...Object.entries(file?.webhooks ?? {}).map(([id, webhook]) => ({ id, type: 'webhook' as const, ...webhook })),
  ];
  refuseTwice(named.map(({ id }) => id));
  refuseSameRobot(named);
  const people = named.filter(({ type }) => type !== 'webhook');
  return named.map((channel) => {
    const next = channel.next ?? people[(people.indexOf(channel) + 1) % people.length]?.id;
    if (channel.next !== undefined) expectKnown(channel.next, named, `next of ${channel.id}`);
    const { next: _, ...rest } = channel;
    return next === undefined || next === channel.id ? rest : { ...rest, next };
  });
}

/**
 * Every route. Without any, everything goes to all. The robot and the mailbox of the environment hear everything unless a
 * route names them; a channel of the file that nothing leads to is a mistake.
 */
export function routesOf(channels: readonly ChannelSettings[], file: ConfigFile | undefined): readonly Route[] {
  const routes = file?.routes ?? [];
  if (routes.length === 0) return [{ when: {}, to: channels.map(({ id }) => id) }];
  const named = new Set(routes.flatMap(({ to }) => to));
  for (const id of named) expectKnown(id, channels, 'routes');
  const fromFile = new Set(
    [file?.robots, file?.mailboxes, file?.webhooks].flatMap((section) => Object.keys(section ?? {})),
  );
  const unnamed = channels.map(({ id }) => id).filter((id) => !named.has(id));
  const isNext = new Set(channels.map(({ next }) => next));
  const lost = unnamed.filter((id) => fromFile.has(id) && !isNext.has(id));
  if (lost.length > 0) throw new ConfigError(`Configuration is wrong. routes: none leads to ${lost.join(', ')}.`);
  const heard = unnamed.filter((id) => !fromFile.has(id));
  return heard.length > 0 ? [...routes, { when: {}, to: heard }] : routes;
}

function expectKnown(id: string, channels: readonly ChannelSettings[], place: string): void {
  if (channels.some((channel) => channel.id === id)) return;
  throw new ConfigError(`Configuration is wrong. ${place}: there is no robot, mailbox or webhook named ${id}.`);
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ConfigError(`Configuration is wrong. Two channels are named ${twice}.`);
}

/** What a robot still takes is counted by its name: under two names it would get twice as much, and go silent. */
function refuseSameRobot(channels: readonly ChannelSettings[]): void {
  const robots = new Map<string, string>();
  for (const channel of channels) {
    if (!('webhook' in channel)) continue;
    const other = robots.get(channel.webhook);
    if (other !== undefined) {
      throw new ConfigError(`Configuration is wrong. ${other} and ${channel.id} are the same robot: name it once.`);
    }
    robots.set(channel.webhook, channel.id);
  }
}
