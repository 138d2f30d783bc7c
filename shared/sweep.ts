import type { Account } from './cloud/accounts.ts';
import type { Sweep } from './sweep/asked.ts';
import { decideHeld } from './sweep/decide-held.ts';
import { type AccountSeen, sweepAccount, sweepMember, together } from './sweep/sweep-account.ts';

/** What a sweep did, in all accounts together. */
export interface SweepReport extends AccountSeen {
  readonly decidedAgain: number;
}

/** The part of the time that members may take: when one of them hangs, there is some left for what was held. */
const MEMBERS_SHARE = 0.75;

/**
 * Looks at the whole of the own account and of every member, all at the same time, so that one that does not answer keeps
 * no other waiting; then decides what was held.
 */
export async function sweep({
  members = [],
  ...own
}: Sweep & { readonly members?: readonly Pick<Account, 'accountId' | 'cloud'>[] }): Promise<SweepReport> {
  const { store, now, deadline, log } = own;
  const begun = now().getTime();
  const theirs = { ...own, deadline: begun + (deadline - begun) * MEMBERS_SHARE };
  const seen = await all([
    sweepAccount(own),
    ...members.map(({ accountId, cloud }) => sweepMember({ ...theirs, accountId, cloud })),
  ]);
  const report: SweepReport = { ...together(seen), decidedAgain: await decideHeld(own) };
  await store.prune(now());
  log('sweep done', { ...report });
  return report;
}

/** Fails as the first that fails, but not before the others have ended: nothing may go on once a handler has returned. */
async function all<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
