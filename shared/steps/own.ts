import type { Cloud } from '../cloud/cloud.ts';
import { clusterInTags, idsNamedIn, ownedByCreation } from '../inventory/created.ts';
import { ownersOf } from '../inventory/own.ts';
import type { Standing } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import { resolveAims } from './resolve-aims.ts';
import { held, isQuiet, quiet, unaimed, unowned } from './silences.ts';
import { stand, wasAck } from './stand.ts';
import type { Owned, Part, Touched } from './steps.ts';

/** What this step asks of the world. */
export interface OwnSources {
  readonly store: Pick<
    Store,
    | 'ownersOf'
    | 'clusters'
    | 'resourcesOf'
    | 'mark'
    | 'remember'
    | 'rememberUnowned'
    | 'unownedAmong'
    | 'trustOf'
    | 'saveTrust'
    | 'distrust'
  >;
  readonly cloud: Cloud;
  /** Names of what ackwatch itself is made of. */
  readonly watcherNames?: readonly string[];
  readonly now: () => Date;
  /** Whether something decides again what is held: without a database nothing does, and nothing is held. */
  readonly holds?: boolean;
}

/** How long ownership and trust may take together. */
const OWN_MS = 2_000;

/** A role that nobody could verify is held this long before its deeds are told as unverified. */
const HELD_MS = 10 * 60_000;

const NOTHING = { parts: [], owned: [], gone: [], touchedByAck: [] };

/** Step 3: whose resources these are, and how the actor stands in each of those clusters. */
export async function own(event: AuditEvent, touched: readonly Touched[], sources: OwnSources): Promise<Owned> {
  const { store, now, holds = true } = sources;
  const deadline = now().getTime() + OWN_MS;
  await distrustTouchedRoles(event, touched, sources);
  const standing = await stand(event, sources, deadline);
  if (standing.anywhere === 'unverified' && holds && now().getTime() - event.receivedAt.getTime() < HELD_MS) {
    return { ...NOTHING, silence: held(event.actor.name) };
  }
  if (isQuiet(standing.anywhere)) return byAck(event, touched, standing.anywhere, sources);

  const aimed = await resolveAims(event, touched, { ...sources, deadline });
  if ('problem' in aimed) return { ...NOTHING, silence: unaimed(aimed.problem) };
  const others = aimed.filter(({ touch }) => touch.effect !== 'created');
  if (others.length === 0 && aimed.length < touched.length) return { ...NOTHING, silence: unaimed() };
  const refs = others.map(({ ref }) => ref);
  const isAck = (actor: AuditEvent['actor']): Promise<boolean> => wasAck(actor, event, sources, deadline);
  const answers = await ownersOf({ ...sources, event, refs, deadline, isAck });
  const owned = others.flatMap((one, index) =>
    (answers[index]?.owners ?? []).map((resource) => ({ ...one, owned: resource })),
  );
  const rest = unowned(answers);
  if (owned.length === 0) return { ...NOTHING, silence: rest };
  const ids = [...new Set(owned.map((one) => one.owned.clusterId))];
  const clusters = new Map((await store.clusters(event.accountId, ids)).map((cluster) => [cluster.id, cluster]));
  const parts = ids.map((clusterId): Part => {
    const cluster = clusters.get(clusterId) ?? unnamed(clusterId, event);
    const mine = owned.filter((one) => one.owned.clusterId === clusterId);
    // What is found of a part must not hide that of the rest nobody could say whose it is.
    const notes = rest.reason === 'ownership-unknown' ? [`${rest.why}.`] : [];
    return { cluster, standing: standing.on(clusterId), touched: mine, notes };
  });
  return byOthers(parts, event, touched, rest);
}

/** A master is quiet on its own cluster alone. */
function byOthers(
  parts: readonly Part[],
  event: AuditEvent,
  touched: readonly Touched[],
  rest: Owned['silence'],
): Owned {
  const outside = parts.filter(({ standing }) => !isQuiet(standing));
  const byMaster = parts.filter(({ standing }) => isQuiet(standing)).flatMap((part) => part.touched);
  return {
    parts: outside,
    owned: [],
    gone: goneIn(event, touched),
    touchedByAck: byMaster.map(({ ref }) => ref),
    silence:
      outside.length > 0 || rest.reason === 'ownership-unknown'
        ? rest
        : quiet(parts[0]?.standing ?? 'ack', event.actor.name),
  };
}

/** ACK's own deed: nobody is asked whose it is; what ACK created enters the inventory, what it deleted leaves it. */
async function byAck(
  event: AuditEvent,
  touched: readonly Touched[],
  standing: Standing,
  { store }: OwnSources,
): Promise<Owned> {
  const created = touched.filter(({ touch }) => touch.effect === 'created').map(({ ref }) => ref);
  const changed = touched.filter(({ touch }) => touch.effect !== 'created').map(({ ref }) => ref);
  let owned: readonly OwnedResource[] = [];
  if (created.length > 0 && event.outcome === 'success') {
    const tagged = clusterInTags(event);
    const [clusters, named] = await Promise.all([
      tagged === undefined ? [] : store.clusters(event.accountId, [tagged]),
      store.ownersOf(event.accountId, idsNamedIn(event)),
    ]);
    owned = ownedByCreation({ event, created, clusters, owners: [...named.values()].flat() });
  }
  const gone = goneIn(event, touched);
  return { parts: [], owned, gone, touchedByAck: changed, silence: quiet(standing, event.actor.name) };
}

/** Whoever may have changed a role's trust: it is read again before the role is believed again. */
async function distrustTouchedRoles(event: AuditEvent, touched: readonly Touched[], { store }: OwnSources) {
  const roles = touched.filter(({ ref }) => ref.kind === 'ram.role').map(({ ref }) => ref.id.toLowerCase());
  for (const role of new Set(roles)) await store.distrust(event.accountId, role);
}

/** What is no longer there once the call succeeded. */
function goneIn(event: AuditEvent, touched: readonly Touched[]): readonly ResourceRef[] {
  if (event.outcome === 'failure') return [];
  return touched.filter(({ touch }) => touch.effect === 'deleted' || touch.effect === 'released').map(({ ref }) => ref);
}

function unnamed(id: string, { accountId, region }: AuditEvent): Cluster {
  return { accountId, region, id, name: id, type: 'unknown', state: 'unknown', podCidrs: [] };
}
