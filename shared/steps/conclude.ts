import { except } from '../findings/except.ts';
import { recur } from '../findings/recur.ts';
import type { Exceptions } from '../model/exception.ts';
import type { Finding } from '../model/finding.ts';
import type { Store } from '../store/store.ts';

/** What concluding needs: what the configuration declares, and what is remembered. */
export interface Conclusion {
  readonly store: Pick<Store, 'exceptions' | 'resolvedBefore' | 'hasAlertedUnverified'>;
  readonly declared: Exceptions;
  readonly now: () => Date;
}

/** A role that nobody can verify alerts once in this time. */
const UNVERIFIED_MS = 24 * 3_600_000;

/** Step 6, its end: what was declared about such a finding, what came before it, and whether it alerts once more. */
export async function conclude(finding: Finding, { store, declared, now }: Conclusion): Promise<Finding> {
  const { accountId } = finding;
  const known = await store.exceptions(accountId);
  const excepted = except(finding, {
    suppressions: [...declared.suppressions, ...known.suppressions],
    automation: [...declared.automation, ...known.automation],
  });
  const recurring = recur(excepted, await store.resolvedBefore(excepted));
  if (recurring.actor.standing !== 'unverified' || !recurring.isAlert) return recurring;
  const since = new Date(now().getTime() - UNVERIFIED_MS);
  return { ...recurring, isAlert: !(await store.hasAlertedUnverified(accountId, recurring.actor.name, since)) };
}
