import type { Mark } from '../store/upkeep.ts';
import type { Store } from '../store/store.ts';
import type { VitalsStore } from '../store/vitals.ts';
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
  await tellOfItself(behind(await historyMarks(asked), now()), [], asked);
  await store.setMark(sweepMark(asked), { at: now(), isComplete: false });
}

/** After it: what it could not read, what the store tells, and whether the history is read up to now. */
export async function lookAfterSweep(asked: Look, problems: readonly string[]): Promise<void> {
  const { store, accountId, memberIds, now } = asked;
  const vitals = await store.vitals([accountId, ...memberIds]);
  const spots = [...behind(await historyMarks(asked), now()), ...weak(vitals, problems)];
  await tellOfItself(
    spots,
    [
      'self-watch.reconciliation-behind',
      'self-watch.permission-missing',
      'self-watch.inventory-stale',
      'self-watch.events-set-aside',
      'self-watch.messages-stuck',
    ],
    asked,
  );
}

/** The other timer looks whether the sweep still comes. */
export async function lookAtSweep(asked: Look): Promise<void> {
  const { store, now } = asked;
  const spots = unswept(await store.mark(sweepMark(asked)), now());
  await tellOfItself(spots, ['self-watch.sweep-missing'], asked);
}

function sweepMark({ accountId, region }: Look): string {
  return `sweep ${accountId} ${region}`;
}

async function historyMarks(asked: Look): Promise<ReadonlyMap<string, Mark | undefined>> {
  return new Map((await historiesOf(asked)).map(({ name, mark }) => [name, mark]));
}
