import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import type { News, Notification } from '../model/notification.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { Language } from '../model/text.ts';
import type { Channel, Mentions } from './channel.ts';
import { isDestructive } from './destructive.ts';
import { type QuietHours, quietUntil } from './quiet-hours.ts';

/** Which findings go where, and how. Without a condition it is every finding; of several, all must hold. */
export interface Route {
  readonly when: {
    /** This severe, or worse. */
    readonly severity?: Severity | undefined;
    readonly accounts?: readonly string[] | undefined;
    /** Ids or names. */
    readonly clusters?: readonly string[] | undefined;
    readonly environments?: readonly string[] | undefined;
    readonly rows?: readonly string[] | undefined;
    readonly regions?: readonly string[] | undefined;
  };
  /** Ids of channels. */
  readonly to: readonly string[];
  readonly language?: Language | undefined;
  readonly mentions?: Mentions | undefined;
  readonly quietHours?: QuietHours | undefined;
}

/** Everything that decides who hears of a finding. */
export interface Routing {
  readonly channels: readonly Pick<Channel, 'id'>[];
  readonly routes: readonly Route[];
  /** Environment of each cluster, by id or name; unsaid is production. */
  readonly environments: Readonly<Record<string, string>>;
}

const PRODUCTION = 'production';

/**
 * Which notifications a recorded finding gives: one for each channel that a matching route names, if it is an alert. A
 * finding that no route takes goes to every channel: a gap in the configuration must not swallow it.
 */
export function notificationsFor(
  finding: Finding,
  routing: Routing,
  now: Date,
  news: News = 'alert',
): readonly Notification[] {
  if (!finding.isAlert) return [];
  const { id: findingId, accountId, region, severity, cluster, rule, actor } = finding;
  const story = hashOf([accountId, cluster.id, rule, actor.type, actor.name, actor.session ?? '']);
  const resources = finding.resources.map(({ kind, id }) => `${kind} ${id}`);
  const about = { findingId, accountId, region, news, severity, story, resources };
  return channelsFor(finding, routing).map((channel) => {
    const notBefore = severity === 'critical' ? undefined : heldUntil(channel, finding, routing, now);
    return {
      ...about,
      id: hashOf([findingId, channel, ...(news === 'alert' ? [] : [news])]),
      channel,
      isDestructive: isDestructive(finding),
      ...(notBefore === undefined ? {} : { notBefore }),
    };
  });
}

/** How one channel is to tell a finding: as the first matching route that says so wants it. */
export function wayTo(channel: string, finding: Finding, routing: Routing): Pick<Route, 'language' | 'mentions'> {
  const routes = routesTo(channel, finding, routing);
  const language = routes.find((route) => route.language !== undefined)?.language;
  const mentions = routes.flatMap((route) => route.mentions ?? []);
  const all = (key: keyof Mentions) => [...new Set(mentions.flatMap((one) => one[key]))];
  return { language, ...(mentions.length > 0 ? { mentions: { phones: all('phones'), users: all('users') } } : {}) };
}

function channelsFor(finding: Finding, routing: Routing): readonly string[] {
  const known = routing.channels.map(({ id }) => id);
  const named = routing.routes.filter((route) => matches(route, finding, routing)).flatMap(({ to }) => to);
  const channels = known.filter((id) => named.includes(id));
  return channels.length > 0 ? channels : known;
}

function routesTo(channel: string, finding: Finding, routing: Routing): readonly Route[] {
  return routing.routes.filter((route) => route.to.includes(channel) && matches(route, finding, routing));
}

/** It is quiet when every route to the channel keeps quiet; it ends with the first of them. */
function heldUntil(channel: string, finding: Finding, routing: Routing, now: Date): Date | undefined {
  const ends = routesTo(channel, finding, routing).map(({ quietHours }) => quietHours && quietUntil(quietHours, now));
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return new Date(Math.min(...ends.map((end) => end?.getTime() ?? 0)));
}

function matches({ when }: Route, finding: Finding, { environments }: Routing): boolean {
  const { severity, accountId, cluster, rows, region } = finding;
  const environment = environments[cluster.id] ?? environments[cluster.name] ?? PRODUCTION;
  const isAmong = (wanted: readonly string[] | undefined, values: readonly string[]) =>
    wanted === undefined || values.some((value) => wanted.includes(value));
  return (
    (when.severity === undefined || compareSeverity(severity, when.severity) >= 0) &&
    isAmong(when.accounts, [accountId]) &&
    isAmong(when.clusters, [cluster.id, cluster.name]) &&
    isAmong(when.environments, [environment]) &&
    isAmong(when.rows, rows) &&
    isAmong(when.regions, [region])
  );
}

/** The same always gives the same: recording a notification twice keeps one. */
function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
