import type { AuditEvent } from '../model/event.ts';
import { decode, type Decoded } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { World } from '../steps/steps.ts';
import type { Upkeep } from '../store/upkeep.ts';
import { oneByOne } from './one-by-one.ts';

/** What deciding late needs. */
export interface Late {
  readonly store: Pick<Upkeep, 'undecided'>;
  readonly world: World;
  readonly accountId: string;
  /** Nothing else brings events: what is found here is not late. */
  readonly isSource?: true;
  readonly now: () => Date;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Takes those records of the history through the path that nobody has decided; returns how many were decided now. */
export async function decideLate(
  records: readonly Readonly<Record<string, unknown>>[],
  region: string,
  { store, world, accountId, isSource, now, log }: Late,
): Promise<number> {
  const decoded = records.flatMap((record) => decode(enveloped(record, accountId, region), now()));
  const unreadable = decoded.filter((item) => item.kind === 'set-aside');
  const events = decoded.flatMap((item) => (item.kind === 'event' && matters(item.event) ? [item.event] : []));
  const keys = events.map((event) => ({ event, accountId: event.accountId, region: event.region, eventId: event.id }));
  const news = keys.length === 0 ? [] : await store.undecided(keys);
  const items: readonly Decoded[] = [
    ...unreadable,
    ...news.map(({ event }): Decoded => ({ kind: 'event', event: isSource ? event : { ...event, via: 'reconcile' } })),
  ];
  const outcomes = await oneByOne(items, world, log);
  return outcomes.reduce((sum, { findings, disregarded }) => {
    return sum + findings.length + disregarded.filter(({ reason }) => reason !== 'duplicate').length;
  }, 0);
}

/** What no table knows is never recorded: it would be news for ever. */
function matters(event: AuditEvent): boolean {
  const touched = screen(event);
  return !('reason' in touched && touched.reason === 'not-risky');
}

/** A record of the cloud itself names no account, and some name no region: whoever looked it up knows both. */
export function enveloped(record: Readonly<Record<string, unknown>>, accountId: string, region: string) {
  return {
    specversion: '1.0',
    id: typeof record['eventId'] === 'string' ? record['eventId'] : '',
    source: 'acs.actiontrail',
    aliyunaccountid: accountId,
    aliyunregionid: region,
    data: record,
  };
}
