import type { Snapshot } from '../model/change.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { ResourceRef } from '../model/resource.ts';
import { snapshotKey, type Store } from '../store/store.ts';
import { LISTENER_PROTOCOLS } from './readers/slb-listener-fields.ts';
import type { Target } from './targets.ts';

/** What inspection asks of the store. */
export type InspectStore = Pick<Store, 'snapshotsBefore' | 'baselines' | 'laterWrites' | 'oldestOpen' | 'resourcesOf'>;

/** What is remembered of the targets of one event. */
export interface Memory {
  readonly before: (target: Target) => Snapshot | undefined;
  readonly baseline: (target: Target) => Snapshot | undefined;
  readonly isWrittenLater: (target: Target) => boolean;
  /** Open findings from before this event; of those that say the same, the oldest. */
  readonly open: readonly Finding[];
}

/** Asks the store once for everything. Where a listener's protocol is not known, what is remembered may tell it. */
export async function remember(
  store: InspectStore,
  event: AuditEvent,
  targets: readonly Target[],
): Promise<{ readonly memory: Memory; readonly targets: readonly Target[] }> {
  const refs = distinct(targets.flatMap(({ ref }) => spellings(ref)));
  const { accountId, eventTime } = event;
  const around = distinct([
    ...refs,
    ...targets.flatMap(({ owned }) => [owned, ...(owned.parent ? [owned.parent] : [])]),
  ]);
  const [snapshots, baselines, written, open] = await Promise.all([
    store.snapshotsBefore(accountId, refs, eventTime),
    store.baselines(accountId, refs),
    store.laterWrites(accountId, refs, eventTime),
    store.oldestOpen(accountId, around, eventTime),
  ]);
  const at = ({ ref, reader }: Target): string => snapshotKey({ ...ref, aspect: reader.aspect });
  return {
    targets: targets.map((target) => named(target, snapshots)),
    memory: {
      before: (target) => snapshots.get(at(target)),
      baseline: (target) => baselines.get(at(target)),
      isWrittenLater: ({ ref }) => spellings(ref).some(({ id }) => written.has(id)),
      open,
    },
  };
}

/** Every way in which one resource may be named: a listener with its protocol and without, or with any. */
export function spellings(ref: ResourceRef): readonly ResourceRef[] {
  if (ref.kind !== 'slb.listener') return [ref];
  const [lb = '', port = '', protocol] = ref.id.split('/');
  const protocols = protocol === undefined ? LISTENER_PROTOCOLS : [protocol];
  return [`${lb}/${port}`, ...protocols.map((each) => `${lb}/${port}/${each}`)].map((id) => ({ kind: ref.kind, id }));
}

function named(target: Target, snapshots: ReadonlyMap<string, Snapshot>): Target {
  const { ref, reader } = target;
  if (ref.kind !== 'slb.listener' || ref.id.split('/').length > 2) return target;
  const known = spellings(ref).filter(({ kind, id }) => {
    const snapshot = snapshots.get(snapshotKey({ kind, id, aspect: reader.aspect }));
    return snapshot !== undefined && snapshot.content !== null;
  });
  const [only] = known;
  return only !== undefined && known.length === 1 ? { ...target, ref: only } : target;
}

function distinct(refs: readonly ResourceRef[]): readonly ResourceRef[] {
  const found = new Map(refs.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
  return [...found.values()];
}
