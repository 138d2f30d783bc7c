import { byNextToken } from '../cloud/paging.ts';
import { slbClient, type SlbClient } from '../cloud/slb.ts';
import type { Cluster, OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Collected, type Collector, joined, ownedBy, part } from './collector.ts';

const LISTENERS_PER_PAGE = 100;

/** Listeners, server groups and access control lists of the load balancers that a cluster owns. */
export const slbCollector: Collector = {
  name: 'slb',
  permissions: [
    'slb:DescribeLoadBalancerListeners',
    'slb:DescribeVServerGroups',
    'slb:DescribeMasterSlaveServerGroups',
  ],
  collect: async (cloud, cluster, deadline, known) => {
    const slb = slbClient(cloud, cluster.region, deadline);
    const owned = known.filter((item) => item.kind === 'slb.load-balancer' && item.parent === undefined);
    const parts = owned.flatMap((lb) => [
      part(() => readListeners(slb, cluster, lb)),
      part(() => readVServerGroups(slb, cluster, lb)),
      part(() => readMasterSlaveGroups(slb, cluster, lb)),
    ]);
    return joined(await Promise.all(parts));
  },
};

async function readListeners(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const listing = await byNextToken(async (nextToken) => {
    const request = { loadBalancerId: [lb.id], maxResults: LISTENERS_PER_PAGE, nextToken };
    const { body } = await slb.describeLoadBalancerListeners(request);
    return { items: body.listeners, nextToken: body.nextToken ?? undefined };
  });
  const resources = listing.items.flatMap((item) => {
    const name = item.description ?? undefined;
    const listener = childOf(
      cluster,
      lb,
      'slb.listener',
      listenerId(lb.id, item.listenerPort, item.listenerProtocol),
      name,
    );
    const acls = new Set([...(item.aclIds ?? []), ...(item.aclId ? item.aclId.split(',') : [])]);
    return listener.length === 0
      ? []
      : [
          ...listener,
          ...[...acls].map((acl) => ownedBy(cluster, 'slb', 'slb.acl', acl, childRole(lb), { parent: refOf(lb) })),
        ];
  });
  return { resources, complete: listing.complete, problems: listing.problem === undefined ? [] : [listing.problem] };
}

async function readVServerGroups(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const { body } = await slb.describeVServerGroups({ loadBalancerId: lb.id });
  const resources = body.vServerGroups.vServerGroup.flatMap((group) =>
    childOf(cluster, lb, 'slb.vserver-group', group.vServerGroupId, group.vServerGroupName ?? undefined),
  );
  return { resources, complete: true };
}

async function readMasterSlaveGroups(slb: SlbClient, cluster: Cluster, lb: OwnedResource): Promise<Collected> {
  const { body } = await slb.describeMasterSlaveServerGroups({ loadBalancerId: lb.id });
  const resources = body.masterSlaveServerGroups.masterSlaveServerGroup.flatMap((group) =>
    childOf(
      cluster,
      lb,
      'slb.master-slave-group',
      group.masterSlaveServerGroupId,
      group.masterSlaveServerGroupName ?? undefined,
    ),
  );
  return { resources, complete: true };
}

function childOf(
  cluster: Cluster,
  lb: OwnedResource,
  kind: ResourceKind,
  id: string,
  name: string | undefined,
): readonly OwnedResource[] {
  if (lb.role === 'reused-load-balancer' && !isOfCluster(name, cluster.id)) return [];
  return [ownedBy(cluster, 'slb', kind, id, childRole(lb), { parent: refOf(lb), ...(name ? { name } : {}) })];
}

/** `lb-…/port/protocol`, as a listener is written here. */
export function listenerId(loadBalancer: string, port: number, protocol: string): string {
  return `${loadBalancer}/${port}/${protocol.toLowerCase()}`;
}

/** Whether the cloud controller manager of this cluster named it: `k8s/<port>/<service>/<namespace>/<cluster>`. */
export function isOfCluster(name: string | null | undefined, clusterId: string): boolean {
  return name?.startsWith('k8s/') === true && name.endsWith(`/${clusterId}`);
}

function childRole(lb: OwnedResource): OwnedResource['role'] {
  return lb.role === 'reused-load-balancer' ? 'service-load-balancer' : lb.role;
}

function refOf(lb: OwnedResource): NonNullable<OwnedResource['parent']> {
  return { kind: lb.kind, id: lb.id };
}
