import type { Mark } from '../store/upkeep.ts';
import type { Store } from '../store/store.ts';
import type { VitalsStore } from '../store/vitals.ts';
import { problemsOf } from '../sweep/problems.ts';
import { historiesOf } from './histories.ts';
import { behind, unswept, weak } from './blind-spots.ts';
import { type SelfWatch, tellOfItself } from './self-watch.ts';

/** What looking at itself needs. */
export interface Look extends SelfWatch {
  readonly store: SelfWatch['store'] & Pick<Store, 'mark' | 'setMark'> & Pick<VitalsStore, 'vitals'>;
  readonly regions: readonly string[];
  /** Member accounts that are watched as well. */
  readonly memberIds: readonly string[];
}

/** Before a sweep: a gap in what was read is told although the sweep is about to close it. */
export async function lookBeforeSweep(asked: Look): Promise<void> {
  const { store, now } = asked;
  for (const { account, marks } of await accountsOf(asked)) await tellOfItself(behind(marks, now()), [], account);
  await store.setMark(sweepMark(asked), { at: now(), isComplete: false });
}

/** After it: what it could not read, what the store tells, and whether the history is read up to now. */
export async function lookAfterSweep(asked: Look, problems: readonly string[]): Promise<void> {
  const { store, accountId, memberIds, now } = asked;
  for (const { account, marks } of await accountsOf(asked)) {
    const vitals = await store.vitals([account.accountId]);
    // What nobody could read is of no account that anybody knows.
    const own = account.accountId === accountId ? vitals : { ...vitals, setAside: 0 };
    const spots = [...behind(marks, now()), ...weak(own, problemsOf(account.accountId, problems, memberIds))];
    await tellOfItself(spots, LOOKED, account);
  }
}

const LOOKED = [
  'self-watch.reconciliation-behind',
  'self-watch.permission-missing',
  'self-watch.inventory-stale',
  'self-watch.events-set-aside',
  'self-watch.messages-stuck',
] as const;

/** The other timer looks whether the sweep still comes. */
export async function lookAtSweep(asked: Look): Promise<void> {
  const { store, now } = asked;
  const spots = unswept(await store.mark(sweepMark(asked)), now());
  await tellOfItself(spots, ['self-watch.sweep-missing'], asked);
}

function sweepMark({ accountId, region }: Look): string {
  return `sweep ${accountId} ${region}`;
}

/** Each account by itself: that one is blind already must not hide that another goes blind. */
async function accountsOf(
  asked: Look,
): Promise<readonly { readonly account: SelfWatch; readonly marks: ReadonlyMap<string, Mark | undefined> }[]> {
  const histories = await historiesOf(asked);
  return [asked.accountId, ...asked.memberIds].map((accountId) => {
    const mine = histories.filter((history) => history.accountId === accountId);
    return { account: { ...asked, accountId }, marks: new Map(mine.map(({ name, mark }) => [name, mark])) };
  });
}
