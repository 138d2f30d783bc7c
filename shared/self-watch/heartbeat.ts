import { notificationsFor, type Routing } from '../notify/route.ts';
import { recordingOf } from '../steps/record.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { VitalsStore } from '../store/vitals.ts';
import { isTimeOfDay, localTo } from './due.ts';
import { historiesOf } from './histories.ts';
import { reportLines } from './report.ts';
import { selfEvent, selfFinding } from './self-watch.ts';

/** What the daily message needs. */
export interface Heartbeat {
  readonly store: Pick<Store, 'mark' | 'setMark' | 'record'> &
    Pick<AuditStore, 'lastSeal'> &
    Pick<VitalsStore, 'counts'>;
  readonly routing: Routing;
  readonly heartbeat: { readonly at: string; readonly timeZone: string };
  readonly accountId: string;
  /** Member accounts that are watched as well. */
  readonly memberIds: readonly string[];
  readonly regions: readonly string[];
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;

/**
 * Once a day says that ackwatch is alive, what it saw, and the newest seal of its audit. Nothing is due on the day on
 * which it is switched on. Whoever comes second finds the day's report recorded.
 */
export async function beat(asked: Heartbeat): Promise<boolean> {
  const { store, routing, heartbeat, accountId, memberIds, regions, now } = asked;
  const at = now();
  const name = `heartbeat ${accountId}`;
  const last = await store.mark(name);
  if (last === undefined) await store.setMark(name, { at, isComplete: true });
  if (last === undefined || !isTimeOfDay(last.at, at, heartbeat)) return false;
  const [region = ''] = regions;
  const histories = await historiesOf(asked);
  const notes = reportLines({
    counts: await store.counts([accountId, ...memberIds], new Date(at.getTime() - DAY_MS)),
    seal: await store.lastSeal(),
    history: histories.flatMap(({ name, mark }) => (mark ? [{ region: name, upTo: mark.at }] : [])),
  });
  const [day = ''] = localTo(at, heartbeat.timeZone);
  const event = selfEvent('Heartbeat', `heartbeat ${day}`, { accountId, region, at }, { day });
  const told = selfFinding(event, { rule: 'self-watch.heartbeat', severity: 'informational', notes });
  const finding = { ...told, rows: [], isAlert: false, status: 'resolved' } as const;
  const notifications = notificationsFor(told, routing, at, 'heartbeat');
  const nothing = { touched: [], owned: [], gone: [], touchedByAck: [], snapshots: [], restored: [] };
  const silence = { reason: 'not-risky', why: 'the daily message' } as const;
  const answer = await store.record(recordingOf(event, { ...nothing, findings: [finding], silence }, notifications));
  await store.setMark(name, { at, isComplete: true });
  return answer === 'recorded';
}
