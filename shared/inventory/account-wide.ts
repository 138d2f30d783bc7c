import type { OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import type { OwnershipContext } from './own.ts';

/** What there is for a whole account and every cluster of it depends on. */
const NEEDED_BY_ALL: Partial<Record<ResourceKind, readonly Role[]>> = {
  'actiontrail.trail': ['evidence-source'],
  'ecs.cloud-assistant': ['evidence-source'],
  'ram.control-policy': ['cluster-ram-role'],
  'cs.alert-contact': ['cluster'],
  'tag.policy': ['service-load-balancer', 'node'],
};

/** The roles that ACK and the services behind it act as, and their policies; whoever changes one changes all clusters. */
const OF_ACK =
  /^aliyun(?:cs\w+role|cisdefaultrole|ooslifecyclehook4csrole|essdefaultrole|serviceroleforcontainerservice|serviceroleforautoscaling)(?:policy)?$/iu;

/** Every cluster that needs the resource because the whole account does; undefined when it is not of that sort. */
export async function ownedByAll(
  ref: ResourceRef,
  { store, event }: Pick<OwnershipContext, 'store' | 'event'>,
): Promise<readonly OwnedResource[] | undefined> {
  const isOfAck = (ref.kind === 'ram.role' || ref.kind === 'ram.policy') && OF_ACK.test(ref.id);
  const roles = isOfAck ? (['cluster-ram-role'] as const) : NEEDED_BY_ALL[ref.kind];
  if (roles === undefined) return undefined;
  const clusters = await store.clusters(event.accountId);
  // There is one Cloud Assistant per region, and its id is the region.
  const among = ref.kind === 'ecs.cloud-assistant' ? clusters.filter(({ region }) => region === ref.id) : clusters;
  return among.flatMap((cluster) => roles.map((role) => ownedBy(cluster, 'account', ref.kind, ref.id, role)));
}
