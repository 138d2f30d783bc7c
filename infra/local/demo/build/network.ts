import type { AckCluster } from '../../cloud/cs/state.ts';
import { aNatGateway, aRouteEntry, aVpc, aVSwitch, placeVpc, systemTable } from '../../cloud/vpc/defaults.ts';
import type { World } from '../../cloud/world.ts';

/** The address block of a cluster's VPC: `10.1.0.0/16`. */
export type VpcBlock = `${number}.${number}.0.0/16`;

/** Puts the VPC of a cluster into the account, with a vSwitch of 256 addresses for each that the cluster names. */
export function addNetwork(
  world: World,
  cluster: Pick<AckCluster, 'vpcId' | 'vswitchIds' | 'name'>,
  block: VpcBlock,
): void {
  const at = { RegionId: world.region, VpcId: cluster.vpcId };
  placeVpc(world.vpc, aVpc({ ...at, VpcName: cluster.name, CidrBlock: block }));
  for (const [index, VSwitchId] of cluster.vswitchIds.entries()) {
    const CidrBlock = block.replace('.0.0/16', `.${index * 128}.0/17`);
    world.vpc.vSwitches.set(VSwitchId, aVSwitch({ ...at, VSwitchId, CidrBlock }));
  }
}

/** Puts the routes into the account by which nodes without Terway reach each other's pods. */
export function addPodRoutes(
  world: World,
  cluster: Pick<AckCluster, 'vpcId' | 'region'>,
  routes: readonly { readonly id: string; readonly podCidr: string; readonly instanceId: string }[],
): void {
  const { RouteTableId } = systemTable({ VpcId: cluster.vpcId, RegionId: cluster.region });
  for (const { id: RouteEntryId, podCidr: DestinationCidrBlock, instanceId: NextHopId } of routes) {
    const NextHops = [{ NextHopId, NextHopType: 'Instance' }];
    world.vpc.routeEntries.set(
      RouteEntryId,
      aRouteEntry({ RouteEntryId, RouteTableId, DestinationCidrBlock, NextHops }),
    );
  }
}

/** Puts the way out of a cluster's VPC into the account: a NAT gateway, the route to it, an address for every vSwitch. */
export function addWayOut(
  world: World,
  cluster: Pick<AckCluster, 'vpcId' | 'vswitchIds' | 'region'>,
  said: {
    readonly natGateway: string;
    readonly route: string;
    readonly snatEntries: readonly string[];
    readonly ip: string;
  },
): void {
  const at = { RegionId: cluster.region, VpcId: cluster.vpcId };
  const [VSwitchId = ''] = cluster.vswitchIds;
  const nat = aNatGateway({ ...at, NatGatewayId: said.natGateway, VSwitchId, DeletionProtection: true });
  const { NatGatewayId, SnatTableId } = nat;
  world.vpc.natGateways.set(NatGatewayId, nat);
  const NextHops = [{ NextHopId: NatGatewayId, NextHopType: 'NatGateway' }];
  const { RouteTableId } = systemTable(at);
  const route = { RouteEntryId: said.route, RouteTableId, DestinationCidrBlock: '0.0.0.0/0', NextHops };
  world.vpc.routeEntries.set(said.route, aRouteEntry(route));
  for (const [index, SnatEntryId] of said.snatEntries.entries()) {
    const SourceVSwitchId = cluster.vswitchIds[index] ?? '';
    const SourceCIDR = world.vpc.vSwitches.get(SourceVSwitchId)?.CidrBlock ?? '';
    const of = { SnatTableId, NatGatewayId, SnatIp: said.ip, SourceCIDR, SourceVSwitchId };
    world.vpc.snatEntries.set(SnatEntryId, { ...of, SnatEntryId, SnatEntryName: '' });
  }
}
