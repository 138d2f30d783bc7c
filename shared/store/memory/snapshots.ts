import type { Snapshot } from '../../model/change.ts';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { HARMLESS } from '../outcomes.ts';
import { respelled, spellings } from '../spellings.ts';
import { snapshotKey, type Store } from '../store.ts';
import { bounded } from './bounded.ts';
import type { WriteQuery } from './decisions.ts';

interface Baseline {
  readonly snapshot: Snapshot;
  readonly touchedByAckAt: Date | undefined;
}

/** What stands between a state and its being how things should be. */
interface Disturbances {
  readonly hasOpenFinding: (accountId: string, ref: ResourceRef) => boolean;
  readonly isWrittenTo: (query: WriteQuery) => boolean;
}

const SETTLED_MS = 30 * 60_000;

type Kept = 'snapshotsBefore' | 'baselines' | 'saveSnapshots' | 'advanceBaselines';

/** What resources looked like, and how they should be. `limit` counts resources' aspects, each with its history. */
export function snapshots(limit: number, { hasOpenFinding, isWrittenTo }: Disturbances) {
  const histories = bounded<readonly Snapshot[]>(limit);
  const baselines = bounded<Baseline>(limit);

  const save = (given: readonly Snapshot[]): void => {
    for (const snapshot of given.toSorted((a, b) => +a.observedAt - +b.observedAt)) {
      const known = histories.get(keyOf(snapshot)) ?? [];
      const previous = known.findLast(({ observedAt }) => observedAt <= snapshot.observedAt);
      if (previous?.hash === snapshot.hash || +(previous?.observedAt ?? 0) === +snapshot.observedAt) continue;
      const history = [...known, snapshot].toSorted((a, b) => +a.observedAt - +b.observedAt);
      histories.set(keyOf(snapshot), history.slice(-MOST));
      const isFirst = baselines.get(keyOf(snapshot)) === undefined && snapshot.content !== null;
      if (isFirst) baselines.set(keyOf(snapshot), { snapshot, touchedByAckAt: undefined });
    }
  };
  const advanced = ({ snapshot, touchedByAckAt }: Baseline, now: Date): Snapshot | undefined => {
    const history = histories.get(keyOf(snapshot)) ?? [];
    const newest = history.at(-1);
    const good = history.findLast(({ hash }) => hash === snapshot.hash) ?? snapshot;
    if (newest === undefined || touchedByAckAt === undefined || touchedByAckAt <= good.observedAt) return undefined;
    const isOther = newest.hash !== snapshot.hash && newest.observedAt > snapshot.observedAt;
    if (!isOther || now.getTime() - newest.observedAt.getTime() <= SETTLED_MS) return undefined;
    const span = { after: good.observedAt, upTo: newest.observedAt };
    const { accountId } = snapshot;
    const isDisturbed =
      hasOpenFinding(accountId, snapshot) || isWrittenTo({ accountId, ref: snapshot, ...span, except: HARMLESS });
    return isDisturbed ? undefined : newest;
  };

  const store: Pick<Store, Kept> = {
    snapshotsBefore: (accountId, refs, at) => {
      const mine = histories.values().map((history) => history.findLast(({ observedAt }) => observedAt < at));
      return Promise.resolve(bySnapshotKey(accountId, refs, mine));
    },
    baselines: (accountId, refs) => {
      const mine = baselines.values().map(({ snapshot }) => snapshot);
      return Promise.resolve(bySnapshotKey(accountId, refs, mine));
    },
    saveSnapshots: async (given) => save(given),
    advanceBaselines: async (accountId, now) => {
      let moved = 0;
      for (const baseline of baselines.values()) {
        const to = baseline.snapshot.accountId === accountId ? advanced(baseline, now) : undefined;
        if (to === undefined) continue;
        baselines.set(keyOf(to), { ...baseline, snapshot: to });
        moved += 1;
      }
      return moved;
    },
  };

  return {
    store,
    save,
    touch: ({ accountId, eventTime }: Decision, refs: readonly ResourceRef[]) => {
      for (const baseline of baselines.values()) {
        const { snapshot, touchedByAckAt } = baseline;
        if (snapshot.accountId !== accountId || !isAmong(snapshot, respelled(refs))) continue;
        const isLater = touchedByAckAt === undefined || touchedByAckAt < eventTime;
        if (isLater) baselines.set(keyOf(snapshot), { ...baseline, touchedByAckAt: eventTime });
      }
    },
    /** How things are now is how they should be. */
    accept: ({ accountId, comparisons }: Finding) => {
      const keys = comparisons.flatMap(({ resource, aspect }) =>
        spellings(resource).map((id) => snapshotKey({ kind: resource.kind, id, aspect })),
      );
      for (const history of histories.values()) {
        const newest = history.at(-1);
        if (newest?.accountId !== accountId || newest.content === null || !keys.includes(snapshotKey(newest))) continue;
        baselines.set(keyOf(newest), { snapshot: newest, touchedByAckAt: undefined });
      }
    },
    /** The newest one from before that time stays: it is the state that the time began with. */
    forget: (before: Date) => {
      for (const history of histories.values()) {
        const [first] = history;
        const from = history.findLastIndex(({ observedAt }) => observedAt < before);
        if (first !== undefined && from > 0) histories.set(keyOf(first), history.slice(from));
      }
    },
  };
}

/** Readings of one aspect that are kept at most. */
const MOST = 100;

function bySnapshotKey(
  accountId: string,
  refs: readonly ResourceRef[],
  found: readonly (Snapshot | undefined)[],
): ReadonlyMap<string, Snapshot> {
  const mine = found.filter((snapshot) => snapshot !== undefined);
  const asked = mine.filter((snapshot) => snapshot.accountId === accountId && isAmong(snapshot, refs));
  return new Map(asked.map((snapshot) => [snapshotKey(snapshot), snapshot]));
}

function isAmong({ kind, id }: ResourceRef, refs: readonly ResourceRef[]): boolean {
  return refs.some((ref) => ref.kind === kind && ref.id === id);
}

function keyOf({ accountId, region, kind, id, aspect }: Snapshot): string {
  return JSON.stringify([accountId, region, kind, id, aspect]);
}
