import { isAckRole, isEchoRole } from '../model/ack-roles.ts';
import type { Cluster, OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import { ACKWATCH } from '../model/self.ts';
import { ownedBy } from './collector.ts';
import type { OwnershipContext } from './ownership.ts';

/** What there is for a whole account and every cluster of it depends on. */
const NEEDED_BY_ALL: Partial<Record<ResourceKind, readonly Role[]>> = {
  'actiontrail.trail': ['evidence-source'],
  'ecs.cloud-assistant': ['evidence-source'],
  'ram.control-policy': ['cluster-ram-role'],
  'cs.alert-contact': ['cluster'],
  'tag.policy': ['service-load-balancer', 'node'],
};

/** Every cluster that needs the resource because the whole account does; undefined when it is not of that sort. */
export async function ownedByAll(
  ref: ResourceRef,
  { store, event, watcherNames = [] }: Pick<OwnershipContext, 'store' | 'event' | 'watcherNames'>,
): Promise<readonly OwnedResource[] | undefined> {
  const roles = rolesOf(ref, watcherNames);
  if (roles === undefined) return undefined;
  const clusters = await store.clusters(event.accountId);
  // There is one Cloud Assistant per region, and its id is the region.
  const among = ref.kind === 'ecs.cloud-assistant' ? clusters.filter(({ region }) => region === ref.id) : clusters;
  // An account that watches others may have no cluster: who takes ackwatch down there takes it from all of them.
  if (among.length === 0 && roles.includes('watcher'))
    return [ownedBy(itself(event), 'account', ref.kind, ref.id, 'watcher')];
  return among.flatMap((cluster) => roles.map((role) => ownedBy(cluster, 'account', ref.kind, ref.id, role)));
}

function itself({ accountId, region }: OwnershipContext['event']): Cluster {
  return { ...ACKWATCH, accountId, region, type: 'unknown', state: 'unknown', podCidrs: [] };
}

function rolesOf({ kind, id }: ResourceRef, watcherNames: readonly string[]): readonly Role[] | undefined {
  if (OF_WATCHER.has(kind) && watcherNames.some((name) => isNamed(id, name))) return ['watcher'];
  const isAckNeeded = (kind === 'ram.role' || kind === 'ram.policy') && isNameOfAck(id);
  return isAckNeeded ? ['cluster-ram-role'] : NEEDED_BY_ALL[kind];
}

/** Roles that ACK and the services behind it act as, and the policies named after them: who changes one changes all clusters. */
function isNameOfAck(id: string): boolean {
  const role = id.replace(/policy$/iu, '');
  return isAckRole(role) || isEchoRole(role);
}

/** What ackwatch itself may be made of. */
const OF_WATCHER: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'fc.function',
  'eventbridge.rule',
  'ram.role',
  'ram.policy',
]);

/** `ackwatch*` is every name that begins so; case does not matter. */
function isNamed(id: string, name: string): boolean {
  const [wanted, given] = [name.toLowerCase(), id.toLowerCase()];
  return wanted.endsWith('*') ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}

/** No cluster has such resources: what is not a part of ackwatch is nobody's. */
export function isOnlyOurs({ kind }: ResourceRef): boolean {
  return kind === 'fc.function' || kind === 'eventbridge.rule';
}
