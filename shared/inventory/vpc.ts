import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, ownedBy, part } from './collector.ts';
import { vpcReads } from './vpc-reads.ts';
import { readRoutes } from './vpc-routes.ts';

/** The network that a cluster runs on. What other clusters use too is theirs as well. */
export const vpcCollector: Collector = {
  name: 'vpc',
  permissions: [
    'vpc:DescribeVpcAttribute',
    'vpc:DescribeVSwitches',
    'vpc:DescribeRouteEntryList',
    'vpc:DescribeNatGateways',
  ],
  collect: async (cloud, cluster, deadline, known) => {
    const { vpcId } = cluster;
    if (vpcId === undefined) return { resources: [], complete: true };
    const vSwitches = part(() => readVSwitches(cloud, cluster, vpcId, deadline, known));
    const parts = await Promise.all([
      part(() => readVpc(cloud, cluster, vpcId, deadline)),
      vSwitches,
      vSwitches.then((found) => readRoutes(cloud, cluster, vpcId, deadline, [...known, ...found.resources])),
    ]);
    return joined(parts);
  },
};

/** What hangs on the VPC as a whole: DHCP options and the IPv4 gateway. */
async function readVpc(cloud: Cloud, cluster: Cluster, vpcId: string, deadline: number): Promise<Collected> {
  const vpc = await vpcReads(cloud, cluster.region, deadline).vpc(vpcId);
  const parent = { kind: 'vpc.vpc', id: vpcId } as const;
  return {
    resources: [
      ...named(cluster, parent, 'cluster-vpc', 'vpc.dhcp-options-set', vpc.DhcpOptionsSetId),
      ...named(cluster, parent, 'cluster-vpc', 'vpc.ipv4-gateway', vpc.Ipv4GatewayId),
    ],
    complete: true,
  };
}

/** Route tables and network ACLs in force on the vSwitches that the cluster uses. */
async function readVSwitches(
  cloud: Cloud,
  cluster: Cluster,
  vpcId: string,
  deadline: number,
  known: readonly OwnedResource[],
): Promise<Collected> {
  const used = new Set(known.filter(({ kind }) => kind === 'vpc.vswitch').map(({ id }) => id));
  const listing = await vpcReads(cloud, cluster.region, deadline).vSwitches(vpcId);
  return listed(listing, ({ VSwitchId, NetworkAclId, RouteTable }) => {
    if (!used.has(VSwitchId)) return [];
    const parent = { kind: 'vpc.vswitch', id: VSwitchId } as const;
    return [
      ...named(cluster, parent, 'cluster-vswitch', 'vpc.network-acl', NetworkAclId),
      ...named(cluster, { kind: 'vpc.vpc', id: vpcId }, 'cluster-route', 'vpc.route-table', RouteTable?.RouteTableId),
    ];
  });
}

function named(
  cluster: Cluster,
  parent: ResourceRef,
  role: Role,
  kind: ResourceKind,
  id: string | undefined,
): readonly OwnedResource[] {
  return id === undefined ? [] : [ownedBy(cluster, 'vpc', kind, id, role, { parent })];
}
