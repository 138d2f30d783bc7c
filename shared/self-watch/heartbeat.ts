import { notificationsFor, type Routing } from '../notify/route.ts';
import { reconcileMark } from '../reconcile/reconcile.ts';
import { recordingOf } from '../steps/record.ts';
import type { AuditStore } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { VitalsStore } from '../store/vitals.ts';
import { isTimeOfDay, localTo } from './due.ts';
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
  readonly regions: readonly string[];
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;

/**
 * Once a day says that ackwatch is alive, what it saw, and the newest seal of its audit. Nothing is due on the day on
 * which it is switched on. Whoever comes second finds the day's report recorded.
 */
export async function beat({ store, routing, heartbeat, accountId, regions, now }: Heartbeat): Promise<boolean> {
  const at = now();
  const name = `heartbeat ${accountId}`;
  const last = await store.mark(name);
  if (last === undefined) await store.setMark(name, { at, isComplete: true });
  if (last === undefined || !isTimeOfDay(last.at, at, heartbeat)) return false;
  const [region = ''] = regions;
  const marks = await Promise.all(
    regions.map(async (one) => ({ region: one, mark: await store.mark(reconcileMark(accountId, one)) })),
  );
  const notes = reportLines({
    counts: await store.counts(accountId, new Date(at.getTime() - DAY_MS)),
    seal: await store.lastSeal(),
    history: marks.flatMap((one) => (one.mark ? [{ region: one.region, upTo: one.mark.at }] : [])),
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
