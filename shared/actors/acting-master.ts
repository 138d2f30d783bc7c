import { isIPv4 } from 'node:net';
import type { Actor } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { OwnedResource } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import { claimOf } from './claim.ts';
import { isMasterRole } from './standing.ts';

/** An instance role's session names the instance: what that instance is as a master. */
export async function mastersActing(
  actor: Actor,
  accountId: string,
  store: Pick<Store, 'ownersOf'>,
): Promise<readonly OwnedResource[]> {
  const instanceId = /^vm-ram-(i-[\w-]+)$/u.exec(actor.session ?? '')?.[1];
  if (claimOf(actor) !== 'cluster-instance' || instanceId === undefined) return [];
  const owners = (await store.ownersOf(accountId, [instanceId])).get(instanceId) ?? [];
  return owners.filter(({ role }) => role === 'master');
}

/**
 * The clusters of which the acting instance is a master. A call that came through another VPC than the cluster's, or from
 * a private address that is not the master's, is not its own: its token was taken elsewhere. Public addresses and those of
 * the cloud's own network prove nothing either way.
 */
export async function clustersOfActingMaster(
  { actor, accountId, srcEndpoint }: Pick<AuditEvent, 'actor' | 'accountId' | 'srcEndpoint'>,
  store: Pick<Store, 'ownersOf' | 'resourcesOf' | 'clusters'>,
): Promise<ReadonlySet<string>> {
  const masters = await mastersActing(actor, accountId, store);
  if (masters.length === 0) return new Set();
  const homes = await homesOfRole(actor, accountId, masters, store);
  const ids = masters.map(({ clusterId }) => clusterId);
  const vpcs = new Map((await store.clusters(accountId, ids)).map(({ id, vpcId }) => [id, vpcId]));
  const atHome = masters.filter((master) => {
    if (homes !== undefined && !homes.has(master.clusterId)) return false;
    const home = vpcs.get(master.clusterId);
    const isInVpc = srcEndpoint.vpcId === undefined || home === undefined || srcEndpoint.vpcId === home;
    return isInVpc && !isElsewhere(srcEndpoint.address, master);
  });
  return new Set(atHome.map(({ clusterId }) => clusterId));
}

/** The clusters whose masters have this role; undefined where the inventory knows no role of masters at all. */
async function homesOfRole(
  { name }: Actor,
  accountId: string,
  masters: readonly OwnedResource[],
  store: Pick<Store, 'ownersOf' | 'resourcesOf'>,
): Promise<ReadonlySet<string> | undefined> {
  const role = name.toLowerCase();
  const owners = (await store.ownersOf(accountId, [role])).get(role) ?? [];
  if (owners.length > 0) return new Set(owners.map(({ clusterId }) => clusterId));
  const known = await Promise.all(masters.map(({ clusterId }) => store.resourcesOf(clusterId)));
  return known.flat().some(({ kind, id }) => kind === 'ram.role' && isMasterRole({ name: id })) ? new Set() : undefined;
}

function isElsewhere(address: string | undefined, { facts }: OwnedResource): boolean {
  if (address === undefined || !isPrivate(address) || typeof facts['addresses'] !== 'string') return false;
  return !facts['addresses'].split(',').includes(address);
}

function isPrivate(address: string): boolean {
  return isIPv4(address) && /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u.test(address);
}
