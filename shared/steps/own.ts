import { isOutOfCharacter } from '../actors/out-of-character.ts';
import { standingOf } from '../actors/standing.ts';
import { clustersOfActingMaster, mastersActing } from '../actors/acting-master.ts';
import { trustOf } from '../actors/trust.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { idsNamedIn, ownedByCreation } from '../inventory/created.ts';
import { ownersOf } from '../inventory/own.ts';
import type { Actor, Standing } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import { resolveAims } from './resolve-aims.ts';
import { held, isQuiet, quiet, unaimed, unowned } from './silences.ts';
import type { Owned, Part, Touched } from './steps.ts';

/** What this step asks of the world. */
export interface OwnSources {
  readonly store: Pick<
    Store,
    | 'ownersOf'
    | 'clusters'
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
}

/** How long ownership and trust may take together. */
const OWN_MS = 2_000;

/** A role that nobody could verify is held this long before its deeds are told as unverified. */
const HELD_MS = 10 * 60_000;

const NOTHING = { parts: [], owned: [], gone: [], touchedByAck: [] };

type OwnedTouched = Part['touched'];
type StandingIn = (isOwnMaster: boolean) => Standing;

/** Step 3: whose resources these are, and how the actor stands in each of those clusters. */
export async function own(event: AuditEvent, touched: readonly Touched[], sources: OwnSources): Promise<Owned> {
  const deadline = sources.now().getTime() + OWN_MS;
  await distrustTouchedRoles(event, touched, sources);
  const trust = await trustOf(event.actor, event.accountId, event.region, sources, deadline);
  const standingIn: StandingIn = (isOwnMaster) => {
    const standing = standingOf(event.actor, trust, isOwnMaster);
    return standing === 'ack' && isOutOfCharacter(event) ? 'suspect' : standing;
  };
  const claimed = standingIn(false);
  if (claimed === 'unverified' && sources.now().getTime() - event.receivedAt.getTime() < HELD_MS) {
    return { ...NOTHING, silence: held(event.actor.name) };
  }
  if (isQuiet(claimed)) return byAck(event, touched, claimed, sources);

  const aimed = await resolveAims(event, touched, { ...sources, deadline });
  if ('problem' in aimed) return { ...NOTHING, silence: unaimed(aimed.problem) };
  const others = aimed.filter(({ touch }) => touch.effect !== 'created');
  if (others.length === 0 && aimed.length < touched.length) return { ...NOTHING, silence: unaimed() };
  const refs = others.map(({ ref }) => ref);
  const isAck = (actor: Actor): Promise<boolean> => isAckOf(event, actor, sources, deadline);
  const answers = await ownersOf({ ...sources, event, refs, deadline, isAck });
  const owned = others.flatMap((one, index) =>
    (answers[index]?.owners ?? []).map((resource) => ({ ...one, owned: resource })),
  );
  if (owned.length === 0) return { ...NOTHING, silence: unowned(answers) };
  return byOthers(await partsOf(event, owned, standingIn, sources), event, touched, unowned(answers));
}

async function isAckOf({ accountId, region }: AuditEvent, actor: Actor, sources: OwnSources, deadline: number) {
  const trust = await trustOf(actor, accountId, region, sources, deadline);
  const isMaster = (await mastersActing(actor, accountId, sources.store)).length > 0;
  return isQuiet(standingOf(actor, trust, isMaster));
}

async function partsOf(
  event: AuditEvent,
  owned: OwnedTouched,
  standingIn: StandingIn,
  { store }: OwnSources,
): Promise<readonly Part[]> {
  const clusters = new Map((await store.clusters(event.accountId)).map((cluster) => [cluster.id, cluster]));
  const masterOf = await clustersOfActingMaster(event, store, clusters);
  return [...new Set(owned.map((one) => one.owned.clusterId))].map((clusterId) => ({
    cluster: clusters.get(clusterId) ?? unnamed(clusterId, event),
    standing: standingIn(masterOf.has(clusterId)),
    touched: owned.filter((one) => one.owned.clusterId === clusterId),
  }));
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
    silence: outside.length > 0 ? rest : quiet(parts[0]?.standing ?? 'ack', event.actor.name),
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
    const [clusters, named] = await Promise.all([
      store.clusters(event.accountId),
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
