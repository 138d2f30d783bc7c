import { standingOf } from '../actors/standing.ts';
import { trustOf } from '../actors/trust.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Standing } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Cluster } from '../model/resource.ts';
import { ownersOf, type Ownership } from '../inventory/own.ts';
import type { Store } from '../store/store.ts';
import type { Disregarded, Part, Touched } from '../watch.ts';

/** What this step asks of the store. */
type OwnStore = Pick<Store, 'ownersOf' | 'clusters' | 'remember' | 'trustOf' | 'saveTrust'>;

/** How long ownership and trust may take together. */
const OWN_MS = 2_000;

/** Step 3: whose resources these are, and how the actor stands in each of those clusters. */
export async function own(
  event: AuditEvent,
  touched: readonly Touched[],
  { store, cloud, now }: { readonly store: OwnStore; readonly cloud: Cloud; readonly now: () => Date },
): Promise<readonly Part[] | Disregarded> {
  const deadline = now().getTime() + OWN_MS;
  const refs = touched.map(({ ref }) => ref);
  const answers = await ownersOf({ store, cloud, event, refs, now, deadline });
  const owned = touched.flatMap((one, index) =>
    (answers[index]?.owners ?? []).map((resource) => ({ ...one, owned: resource })),
  );
  if (owned.length === 0) return unowned(answers);

  const trust = await trustOf(event.actor, event.accountId, event.region, { store, cloud, now }, deadline);
  const clusters = new Map((await store.clusters(event.accountId)).map((cluster) => [cluster.id, cluster]));
  const actingMasterOf = await clustersOfActingMaster(event, store);
  const parts: Part[] = [];
  for (const clusterId of new Set(owned.map((one) => one.owned.clusterId))) {
    const members = owned.filter((one) => one.owned.clusterId === clusterId);
    const cluster = clusters.get(clusterId) ?? unnamed(clusterId, event);
    const ownMaster = actingMasterOf.has(clusterId);
    const standing = standingOf(event.actor, trust, ownMaster);
    parts.push({ cluster, standing, touched: members });
  }
  const outside = parts.filter(({ standing }) => !isQuiet(standing));
  return outside.length > 0 ? outside : quiet(parts[0]?.standing ?? 'ack', event.actor.name);
}

/** An instance role's session names the instance: the clusters of which that instance is a master. */
async function clustersOfActingMaster(event: AuditEvent, store: OwnStore): Promise<ReadonlySet<string>> {
  const instanceId = /^vm-ram-(i-[\w-]+)$/u.exec(event.actor.session ?? '')?.[1];
  if (instanceId === undefined) return new Set();
  const owners = (await store.ownersOf(event.accountId, [instanceId])).get(instanceId) ?? [];
  return new Set(owners.filter(({ role }) => role === 'master').map(({ clusterId }) => clusterId));
}

function unowned(answers: readonly Ownership[]): Disregarded {
  const ids = answers.map(({ ref }) => ref.id);
  const named = ids.slice(0, 3).join(', ') + (ids.length > 3 ? ` and ${ids.length - 3} more` : '');
  const unknown = answers.find(({ state }) => state === 'unknown');
  if (unknown) return { reason: 'ownership-unknown', why: `Owner of ${named}: ${unknown.why}` };
  return { reason: 'not-owned', why: `No cluster owns ${named}` };
}

/** ACK and the echoes of an earlier call are silent; everybody else, the platform included, is judged. */
function isQuiet(standing: Standing): boolean {
  return standing === 'ack' || standing === 'echo';
}

function quiet(standing: Standing, name: string): Disregarded {
  return standing === 'echo'
    ? { reason: 'echo', why: `${name} carries out an earlier call; its author is the one to judge` }
    : { reason: 'ack-itself', why: `${name} is ACK's role and its trust policy is intact` };
}

function unnamed(id: string, { accountId, region }: AuditEvent): Cluster {
  return { accountId, region, id, name: id, type: 'unknown', state: 'unknown', podCidrs: [] };
}
