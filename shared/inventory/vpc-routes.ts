import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import { holdsBlock } from './address-block.ts';
import { type Collected, joined, listed, ownedBy, part } from './collector.ts';
import { type RouteEntry, vpcReads } from './vpc-reads.ts';

/** Routes to pods, the lists that routes name, and the NAT gateways to which the cluster's route tables lead. */
export async function readRoutes(
  cloud: Cloud,
  cluster: Cluster,
  vpcId: string,
  deadline: number,
  known: readonly OwnedResource[],
): Promise<Collected> {
  const vpc = vpcReads(cloud, cluster.region, deadline);
  const tables = new Set(known.filter(({ kind }) => kind === 'vpc.route-table').map(({ id }) => id));
  const nodes = new Set(known.filter(({ kind }) => kind === 'ecs.instance').map(({ id }) => id));
  const hops = new Set<string>();
  const routes = await Promise.all(
    [...tables].map((table) =>
      part(async () => {
        const listing = await vpc.routeEntries(table);
        for (const entry of listing.items) for (const { NextHopId } of entry.NextHops) hops.add(NextHopId);
        return listed(listing, (entry) => ofRoute(cluster, { kind: 'vpc.route-table', id: table }, entry, nodes));
      }),
    ),
  );
  const gateways = part(async () =>
    listed(await vpc.natGateways(vpcId), (nat) => {
      if (!hops.has(nat.NatGatewayId)) return [];
      const gateway = ownedBy(cluster, 'vpc', 'vpc.nat-gateway', nat.NatGatewayId, 'cluster-nat-gateway', {
        parent: { kind: 'vpc.vpc', id: vpcId },
        ...(nat.Name === undefined ? {} : { name: nat.Name }),
      });
      const parent = { kind: gateway.kind, id: gateway.id };
      const snat = nat.SnatTableIds.map((id) =>
        ownedBy(cluster, 'vpc', 'vpc.snat-table', id, 'cluster-nat-gateway', { parent }),
      );
      return [gateway, ...snat];
    }),
  );
  return joined([...routes, await gateways]);
}

/** A route has no marks: it is the cluster's when it leads from its table to one of its nodes, for its pods. */
function ofRoute(
  cluster: Cluster,
  parent: ResourceRef,
  { RouteEntryId, DestinationCidrBlock, NextHops }: RouteEntry,
  nodes: ReadonlySet<string>,
): readonly OwnedResource[] {
  if (DestinationCidrBlock.startsWith('pl-')) {
    return [ownedBy(cluster, 'vpc', 'vpc.prefix-list', DestinationCidrBlock, 'cluster-route', { parent })];
  }
  const isToPods = cluster.podCidrs.some((pods) => holdsBlock(pods, DestinationCidrBlock));
  const node = NextHops.find(({ NextHopId }) => nodes.has(NextHopId));
  if (RouteEntryId === undefined || node === undefined || !isToPods) return [];
  const facts = { destination: DestinationCidrBlock, instanceId: node.NextHopId };
  return [
    ownedBy(cluster, 'vpc', 'vpc.route-entry', RouteEntryId, 'cluster-route', {
      name: DestinationCidrBlock,
      parent,
      facts,
    }),
  ];
}
