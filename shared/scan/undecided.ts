import type { Cloud } from '../cloud/cloud.ts';
import type { AuditEvent } from '../model/event.ts';
import { enveloped } from '../reconcile/decide-late.ts';
import { decode } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { Store } from '../store/store.ts';
import { readHistory, type Stream } from './history.ts';

/** What a comparison of the trail with a store needs. */
export interface Comparing {
  readonly cloud: Cloud;
  readonly store: Pick<Store, 'isDecided'>;
  readonly accountId: string;
  readonly since: Date;
  readonly streams: readonly Stream[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onPage: (streams: readonly Stream[], events: number) => void;
}

/** Events in the trail that the tables know and the store has not decided, newest first; a store that is whole has none. */
export async function undecidedEvents(asked: Comparing): Promise<{
  readonly events: number;
  readonly risky: number;
  readonly undecided: readonly AuditEvent[];
}> {
  const streams = new Map(asked.streams.map((stream) => [`${stream.region} ${stream.service}`, stream]));
  const seen = new Set<string>();
  const undecided: AuditEvent[] = [];
  let risky = 0;
  for await (const { records, stream } of readHistory(asked)) {
    if (asked.signal.aborted) break;
    for (const item of records.flatMap((record) =>
      decode(enveloped(record, asked.accountId, stream.region), asked.now()),
    )) {
      if (item.kind === 'set-aside' || seen.has(`${item.event.region} ${item.event.id}`)) continue;
      seen.add(`${item.event.region} ${item.event.id}`);
      if ('reason' in screen(item.event)) continue;
      risky += 1;
      const { accountId, region, id: eventId } = item.event;
      if (!(await asked.store.isDecided({ accountId, region, eventId }))) undecided.push(item.event);
    }
    streams.set(`${stream.region} ${stream.service}`, stream);
    asked.onPage([...streams.values()], seen.size);
  }
  return {
    events: seen.size,
    risky,
    undecided: undecided.toSorted((a, b) => b.eventTime.getTime() - a.eventTime.getTime()),
  };
}
