import type { Tag } from '../tags.ts';

export interface Vpc {
  readonly VpcId: string;
  readonly VpcName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly CidrBlock: string;
  readonly SecondaryCidrBlocks: readonly string[];
  readonly VRouterId: string;
  /** Empty while none is attached. */
  readonly DhcpOptionsSetId: string;
  readonly Ipv4GatewayId: string;
  readonly ResourceGroupId: string;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

export interface VSwitch {
  readonly VSwitchId: string;
  readonly VSwitchName: string;
  readonly RegionId: string;
  readonly ZoneId: string;
  readonly VpcId: string;
  readonly CidrBlock: string;
  /** The table in force: the VPC's own one unless another was associated. */
  readonly RouteTableId: string;
  /** Empty while none is associated. */
  readonly NetworkAclId: string;
  readonly CreationTime: string;
}

export interface RouteTable {
  readonly RouteTableId: string;
  readonly RouteTableName: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly RouteTableType: 'System' | 'Custom';
}

export interface NextHop {
  readonly NextHopId: string;
  readonly NextHopType: string;
}

/** One route that somebody added; the cloud's own routes are not kept. */
export interface RouteEntry {
  readonly RouteEntryId: string;
  readonly RouteEntryName: string;
  readonly Description: string;
  readonly RouteTableId: string;
  readonly DestinationCidrBlock: string;
  readonly NextHops: readonly NextHop[];
}

/** One entry of a network ACL, in either direction: `Cidr` is its source or its destination. */
export interface AclEntry {
  readonly NetworkAclEntryId: string;
  readonly NetworkAclEntryName: string;
  readonly Policy: string;
  readonly Protocol: string;
  readonly Port: string;
  readonly Cidr: string;
  readonly Description: string;
}

export interface NetworkAcl {
  readonly NetworkAclId: string;
  readonly NetworkAclName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly VpcId: string;
  /** The first entry that fits decides. */
  readonly IngressAclEntries: readonly AclEntry[];
  readonly EgressAclEntries: readonly AclEntry[];
}

export interface DhcpOptionsSet {
  readonly DhcpOptionsSetId: string;
  readonly DhcpOptionsSetName: string;
  readonly RegionId: string;
  readonly DomainName: string;
  readonly DomainNameServers: string;
  readonly LeaseTime: string;
}

export interface NatGateway {
  readonly NatGatewayId: string;
  readonly Name: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly VSwitchId: string;
  readonly NetworkType: 'internet' | 'intranet';
  readonly NatType: 'Enhanced' | 'Normal';
  readonly Spec: string;
  readonly InternetChargeType: string;
  readonly InstanceChargeType: string;
  readonly DeletionProtection: boolean;
  readonly SnatTableId: string;
  readonly ForwardTableId: string;
  readonly CreationTime: string;
  readonly Tags: readonly Tag[];
}

export interface SnatEntry {
  readonly SnatEntryId: string;
  readonly SnatEntryName: string;
  readonly SnatTableId: string;
  readonly NatGatewayId: string;
  /** Comma list of addresses. */
  readonly SnatIp: string;
  readonly SourceCIDR: string;
  readonly SourceVSwitchId: string;
}

export interface Ipv4Gateway {
  readonly Ipv4GatewayId: string;
  readonly Ipv4GatewayName: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly Enabled: boolean;
}

export interface VpcPrefixList {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  readonly RegionId: string;
  readonly MaxEntries: number;
  readonly Entries: readonly { readonly Cidr: string; readonly Description: string }[];
}

/** Everything that VPC holds, by id. Records are replaced, never changed in place. */
export interface VpcState {
  readonly vpcs: Map<string, Vpc>;
  readonly vSwitches: Map<string, VSwitch>;
  readonly routeTables: Map<string, RouteTable>;
  readonly routeEntries: Map<string, RouteEntry>;
  readonly networkAcls: Map<string, NetworkAcl>;
  readonly dhcpOptionsSets: Map<string, DhcpOptionsSet>;
  readonly natGateways: Map<string, NatGateway>;
  readonly snatEntries: Map<string, SnatEntry>;
  readonly ipv4Gateways: Map<string, Ipv4Gateway>;
  readonly prefixLists: Map<string, VpcPrefixList>;
}

export function createVpcState(): VpcState {
  return {
    vpcs: new Map(),
    vSwitches: new Map(),
    routeTables: new Map(),
    routeEntries: new Map(),
    networkAcls: new Map(),
    dhcpOptionsSets: new Map(),
    natGateways: new Map(),
    snatEntries: new Map(),
    ipv4Gateways: new Map(),
    prefixLists: new Map(),
  };
}
