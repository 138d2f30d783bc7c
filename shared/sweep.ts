import { reconcile } from './reconcile/reconcile.ts';
import type { Sweep } from './sweep/asked.ts';
import { decideHeld } from './sweep/decide-held.ts';
import { sweepClusters } from './sweep/sweep-clusters.ts';
import { verifyTrust } from './sweep/verify-trust.ts';

/** What a sweep did. `problems` says what could not be read; nothing was tombstoned for it. */
export interface SweepReport {
  readonly clusters: number;
  readonly resources: number;
  readonly snapshots: number;
  readonly roles: number;
  readonly resolved: number;
  readonly baselinesMoved: number;
  readonly decidedLate: number;
  readonly decidedAgain: number;
  readonly problems: readonly string[];
}

/**
 * Looks at the whole: whom ACK's roles trust, what the trail's history holds that nobody has decided, what every cluster
 * owns and how it is configured; then decides what was held.
 */
export async function sweep(asked: Sweep): Promise<SweepReport> {
  const { store, accountId, now, log } = asked;
  const roles = await verifyTrust(asked);
  const late = await reconcile(asked);
  const { problems, ...seen } = await sweepClusters(asked);
  const report: SweepReport = {
    ...seen,
    roles,
    baselinesMoved: await store.advanceBaselines(accountId, now()),
    decidedLate: late.decidedLate,
    decidedAgain: await decideHeld(asked),
    problems: [...late.problems, ...problems],
  };
  await store.prune(now());
  log('sweep done', { ...report });
  return report;
}
