import * as z from 'zod';
import { optionalText } from '../cloud/answer.ts';
import type { OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, distinct, joined, listed, part } from './collector.ts';
import { isOfCluster, partOf } from './parts.ts';
import { type Asking, byIds, isOwnPolicy, ofBalancer, owners } from './load-balancer-listing.ts';

const balancer = z.object({
  LoadBalancerId: z.string(),
  SecurityGroupIds: z.array(z.string()).nullish(),
  ZoneMappings: z
    .array(z.object({ LoadBalancerAddresses: z.array(z.object({ AllocationId: optionalText })).nullish() }))
    .nullish(),
});
const listener = z.object({
  ListenerId: z.string(),
  LoadBalancerId: z.string(),
  ListenerDescription: optionalText,
  ServerGroupId: optionalText,
  SecurityPolicyId: optionalText,
});
const group = z.object({ ServerGroupId: z.string(), ServerGroupName: optionalText });

/** What Network Load Balancers of a cluster are made of: listeners, server groups, security groups, addresses. */
export const nlbCollector: Collector = {
  name: 'nlb',
  permissions: ['nlb:ListLoadBalancers', 'nlb:ListListeners', 'nlb:ListServerGroups'],
  collect: async (cloud, cluster, deadline, known) => {
    const asking = { cloud, cluster, deadline, product: 'nlb' } as const;
    const balancers = known.filter((item) => item.kind === 'nlb.load-balancer' && item.parent === undefined);
    const own = balancers.filter((item) => item.role !== 'reused-load-balancer');
    return joined(
      await Promise.all([part(() => readSurroundings(asking, own)), part(() => readListeners(asking, balancers))]),
    );
  },
};

/** Security groups do what access control lists do elsewhere: they are the load balancer's. */
async function readSurroundings(asking: Asking, own: readonly OwnedResource[]): Promise<Collected> {
  const listing = await byIds(asking, 'ListLoadBalancers', 'LoadBalancerIds', idsOf(own), 'LoadBalancers', balancer);
  return listed(listing, (item) => {
    const addresses = (item.ZoneMappings ?? []).flatMap((zone) => zone.LoadBalancerAddresses ?? []);
    return ofBalancer(own, item.LoadBalancerId).flatMap((whole) => [
      ...(item.SecurityGroupIds ?? []).map((id) => partOf(asking.cluster, 'nlb', whole, 'ecs.security-group', id)),
      ...addresses.flatMap(({ AllocationId: id }) =>
        id === undefined ? [] : [partOf(asking.cluster, 'nlb', whole, 'vpc.eip', id)],
      ),
    ]);
  });
}

async function readListeners(asking: Asking, balancers: readonly OwnedResource[]): Promise<Collected> {
  const { cluster } = asking;
  const listing = await byIds(asking, 'ListListeners', 'LoadBalancerIds', idsOf(balancers), 'Listeners', listener);
  const mine = listing.items.flatMap((item) =>
    ofBalancer(balancers, item.LoadBalancerId)
      .filter(({ role }) => role !== 'reused-load-balancer' || isOfCluster(item.ListenerDescription, cluster.id))
      .map((whole) => ({ item, whole })),
  );
  const groups = owners(mine, ({ item }) => [item.ServerGroupId]);
  const named = await byIds(asking, 'ListServerGroups', 'ServerGroupIds', [...groups.keys()], 'ServerGroups', group);
  const resources = mine.flatMap(({ item, whole }) => [
    partOf(cluster, 'nlb', whole, 'nlb.listener', item.ListenerId, item.ListenerDescription),
    ...(isOwnPolicy(item.SecurityPolicyId)
      ? [partOf(cluster, 'nlb', whole, 'nlb.security-policy', item.SecurityPolicyId)]
      : []),
  ]);
  const serverGroups = listed(named, (item) =>
    (groups.get(item.ServerGroupId) ?? []).map(({ whole }) =>
      partOf(cluster, 'nlb', whole, 'nlb.server-group', item.ServerGroupId, item.ServerGroupName),
    ),
  );
  return joined([listed(listing, () => []), { resources: distinct(resources), complete: true }, serverGroups]);
}

function idsOf(resources: readonly OwnedResource[]): readonly string[] {
  return [...new Set(resources.map(({ id }) => id))];
}
