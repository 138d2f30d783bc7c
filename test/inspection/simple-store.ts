import { snapshotOf } from '../../shared/inspection/content.ts';
import type { InspectStore } from '../../shared/inspection/memory.ts';
import type { Json, Snapshot } from '../../shared/model/change.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { OwnedResource, ResourceRef } from '../../shared/model/resource.ts';
import { snapshotKey } from '../../shared/store/store.ts';

interface Kept {
  readonly snapshots?: readonly Snapshot[];
  readonly baselines?: readonly Snapshot[];
  readonly writes?: readonly { readonly id: string; readonly at: string }[];
  readonly open?: readonly Finding[];
  readonly owned?: readonly OwnedResource[];
}

/** The part of the store that inspection asks, in plain arrays. */
export function aStore({
  snapshots = [],
  baselines = [],
  writes = [],
  open = [],
  owned = [],
}: Kept = {}): InspectStore {
  const isOf = (refs: readonly ResourceRef[], one: ResourceRef): boolean =>
    refs.some((ref) => ref.kind === one.kind && ref.id === one.id);
  return {
    snapshotsBefore: (_, refs, at) => {
      const found = snapshots.filter((one) => isOf(refs, one) && one.observedAt < at);
      const sorted = found.toSorted((a, b) => a.observedAt.getTime() - b.observedAt.getTime());
      return Promise.resolve(new Map(sorted.map((one) => [snapshotKey(one), one])));
    },
    baselines: (_, refs) =>
      Promise.resolve(new Map(baselines.filter((one) => isOf(refs, one)).map((one) => [snapshotKey(one), one]))),
    laterWrites: (_, refs, after) => {
      const ids = writes.filter(({ id, at }) => refs.some((ref) => ref.id === id) && new Date(at) > after);
      return Promise.resolve(new Set(ids.map(({ id }) => id)));
    },
    resourcesOf: () => Promise.resolve(owned),
    oldestOpen: (_, refs, before) => {
      const named = open.filter(({ resources }) => resources.some((resource) => isOf(refs, resource)));
      return Promise.resolve(named.filter(({ eventTime }) => eventTime < before));
    },
  };
}

/** A reading of the state before, ten minutes before the calls of these tests. */
export function aSnapshot(about: ResourceRef & { content: Json; aspect?: string; observedAt?: Date }): Snapshot {
  const at = { accountId: '1234567890123456', region: 'cn-hangzhou' };
  return snapshotOf({ ...at, aspect: 'configuration', observedAt: new Date('2026-11-24T07:50:00Z'), ...about });
}
