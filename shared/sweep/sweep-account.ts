import { StoreError } from '../errors.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import type { Sweep } from './asked.ts';
import { inMember } from './problems.ts';
import { sweepClusters } from './sweep-clusters.ts';
import { verifyTrust } from './verify-trust.ts';

/** What was seen of one account. `problems` says what could not be read; nothing was tombstoned for it. */
export interface AccountSeen {
  readonly clusters: number;
  readonly resources: number;
  readonly snapshots: number;
  readonly roles: number;
  readonly resolved: number;
  readonly baselinesMoved: number;
  readonly decidedLate: number;
  readonly problems: readonly string[];
}

/**
 * Whom ACK's roles trust, what the trail's history holds that nobody has decided, what every cluster owns and how it is
 * configured.
 */
export async function sweepAccount(asked: Sweep): Promise<AccountSeen> {
  const { store, accountId, now } = asked;
  const roles = await verifyTrust(asked);
  const { decidedLate, problems } = await reconcile(asked);
  const seen = await sweepClusters(asked);
  const baselinesMoved = await store.advanceBaselines(accountId, now());
  return { ...seen, roles, decidedLate, baselinesMoved, problems: [...problems, ...seen.problems] };
}

/** The same of a member account: whatever goes wrong there is a problem of that account alone. */
export async function sweepMember(asked: Sweep): Promise<AccountSeen> {
  const { accountId, log } = asked;
  try {
    const seen = await sweepAccount(asked);
    return { ...seen, problems: seen.problems.map((problem) => inMember(accountId, problem)) };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = error instanceof Error ? error.name : 'unknown';
    log('account not swept', { accountId, why });
    return { ...NOTHING, problems: [inMember(accountId, `not swept: ${why}`)] };
  }
}

const NOTHING: AccountSeen = {
  clusters: 0,
  resources: 0,
  snapshots: 0,
  roles: 0,
  resolved: 0,
  baselinesMoved: 0,
  decidedLate: 0,
  problems: [],
};

/** What was seen of several accounts together. */
export function together(seen: readonly AccountSeen[]): AccountSeen {
  return seen.reduce(
    (sum, one) => ({
      clusters: sum.clusters + one.clusters,
      resources: sum.resources + one.resources,
      snapshots: sum.snapshots + one.snapshots,
      roles: sum.roles + one.roles,
      resolved: sum.resolved + one.resolved,
      baselinesMoved: sum.baselinesMoved + one.baselinesMoved,
      decidedLate: sum.decidedLate + one.decidedLate,
      problems: [...sum.problems, ...one.problems],
    }),
    NOTHING,
  );
}
