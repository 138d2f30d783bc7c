import type { AclEntry, NatGateway, NetworkAcl, RouteEntry, RouteTable, Vpc, VpcState, VSwitch } from './state.ts';

type Needs<T, K extends keyof T> = Pick<T, K> & Partial<T>;

const LONG_AGO = '2025-01-01T00:00:00Z';

/** A VPC with everything that was not said as the cloud would set it. */
export function aVpc(said: Needs<Vpc, 'VpcId' | 'RegionId' | 'CidrBlock'>): Vpc {
  return {
    VpcName: said.VpcId,
    Description: '',
    SecondaryCidrBlocks: [],
    VRouterId: said.VpcId.replace(/^vpc-/u, 'vrt-'),
    DhcpOptionsSetId: '',
    Ipv4GatewayId: '',
    ResourceGroupId: 'rg-acfm2xwmxqxkyza',
    CreationTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

/** The table that comes with a VPC and is in force on every vSwitch that has no other. */
export function systemTable(vpc: Pick<Vpc, 'VpcId' | 'RegionId'>): RouteTable {
  const { VpcId, RegionId } = vpc;
  const RouteTableId = VpcId.replace(/^vpc-/u, 'vtb-');
  return { RouteTableId, RouteTableName: '', RegionId, VpcId, RouteTableType: 'System' };
}

export function aVSwitch(said: Needs<VSwitch, 'VSwitchId' | 'RegionId' | 'VpcId' | 'CidrBlock'>): VSwitch {
  return {
    VSwitchName: said.VSwitchId,
    ZoneId: `${said.RegionId}-h`,
    RouteTableId: systemTable(said).RouteTableId,
    NetworkAclId: '',
    CreationTime: LONG_AGO,
    ...said,
  };
}

export function aRouteEntry(
  said: Needs<RouteEntry, 'RouteEntryId' | 'RouteTableId' | 'DestinationCidrBlock' | 'NextHops'>,
): RouteEntry {
  return { RouteEntryName: '', Description: '', ...said };
}

export function aNetworkAcl(said: Needs<NetworkAcl, 'NetworkAclId' | 'RegionId' | 'VpcId'>): NetworkAcl {
  return { NetworkAclName: '', Description: '', IngressAclEntries: [], EgressAclEntries: [], ...said };
}

export function anAclEntry(said: Needs<AclEntry, 'NetworkAclEntryId' | 'Cidr'>): AclEntry {
  return { NetworkAclEntryName: '', Policy: 'accept', Protocol: 'all', Port: '-1/-1', Description: '', ...said };
}

export function aNatGateway(said: Needs<NatGateway, 'NatGatewayId' | 'RegionId' | 'VpcId' | 'VSwitchId'>): NatGateway {
  return {
    Name: '',
    Description: '',
    NetworkType: 'internet',
    NatType: 'Enhanced',
    Spec: '',
    InternetChargeType: 'PayByLcu',
    InstanceChargeType: 'PostPaid',
    DeletionProtection: false,
    SnatTableId: said.NatGatewayId.replace(/^ngw-/u, 'stb-'),
    ForwardTableId: said.NatGatewayId.replace(/^ngw-/u, 'ftb-'),
    CreationTime: LONG_AGO,
    Tags: [],
    ...said,
  };
}

/** Puts a VPC into the account together with its own route table. */
export function placeVpc(state: VpcState, vpc: Vpc): void {
  const table = systemTable(vpc);
  state.vpcs.set(vpc.VpcId, vpc);
  state.routeTables.set(table.RouteTableId, table);
}
