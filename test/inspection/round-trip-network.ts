import {
  anAclEntry,
  aNatGateway,
  aNetworkAcl,
  aRouteEntry,
  aVpc,
  aVSwitch,
  placeVpc,
} from '../../infra/local/cloud/vpc/defaults.ts';
import type { VpcState } from '../../infra/local/cloud/vpc/state.ts';
import type { ResourceKind, Role } from '../../shared/model/resource.ts';

const RegionId = 'cn-hangzhou';
const AT = { RegionId, VpcId: 'vpc-1' };

/** Some of what a cluster owns: kind, role, ids. */
export type OwnedIds = readonly [ResourceKind, Role, ...(readonly string[])];

/** One call by somebody. */
export type Deed = readonly [operation: `${string}:${string}`, params: Record<string, unknown>];

/** What the cluster owns of the network. */
export const NETWORK: readonly OwnedIds[] = [
  ['vpc.vpc', 'cluster-vpc', 'vpc-1'],
  ['vpc.dhcp-options-set', 'cluster-vpc', 'dopt-1'],
  ['vpc.ipv4-gateway', 'cluster-vpc', 'ipv4gw-1'],
  ['vpc.vswitch', 'cluster-vswitch', 'vsw-1', 'vsw-2'],
  ['vpc.network-acl', 'cluster-vswitch', 'nacl-1'],
  ['vpc.route-table', 'cluster-route', 'vtb-1'],
  ['vpc.prefix-list', 'cluster-route', 'pl-vpc'],
  ['vpc.nat-gateway', 'cluster-nat-gateway', 'ngw-1'],
  ['vpc.snat-table', 'cluster-nat-gateway', 'stb-1'],
];

const TABLE = { RouteTableId: 'vtb-1' };
const ACL = { NetworkAclId: 'nacl-1' };
const SNAT = { SnatTableId: 'stb-1' };
const VPC = { VpcId: 'vpc-1' };

/** Calls that change the network and can be undone. */
export const NETWORK_DEEDS: readonly Deed[] = [
  ['vpc:DeleteRouteEntry', { ...TABLE, DestinationCidrBlock: '172.20.1.0/24', NextHopId: 'i-1' }],
  ['vpc:DeleteRouteEntry', { ...TABLE, RouteEntryId: 'rte-1' }],
  ['vpc:DeleteRouteEntry', { ...TABLE, DestinationCidrBlock: '172.21.0.0/16' }],
  ['vpc:DeleteRouteEntries', { 'RouteEntries.1.RouteTableId': 'vtb-1', 'RouteEntries.1.DstCidrBlock': '0.0.0.0/0' }],
  [
    'vpc:CreateRouteEntry',
    { ...TABLE, DestinationCidrBlock: '172.20.0.0/16', NextHopId: 'i-9', NextHopType: 'Instance' },
  ],
  [
    'vpc:CreateRouteEntries',
    {
      'RouteEntries.1.RouteTableId': 'vtb-1',
      'RouteEntries.1.DstCidrBlock': '172.20.7.0/24',
      'RouteEntries.1.NextHop': 'i-9',
      'RouteEntries.1.NextHopType': 'Instance',
    },
  ],
  [
    'vpc:ModifyRouteEntry',
    { ...TABLE, RouteEntryId: 'rte-1', NewNextHopId: 'eni-9', NewNextHopType: 'NetworkInterface' },
  ],
  ['vpc:AssociateRouteTable', { VSwitchId: 'vsw-1', RouteTableId: 'vtb-3' }],
  ['vpc:AssociateRouteTable', { VSwitchId: 'vsw-2', RouteTableId: 'vtb-3' }],
  ['vpc:UnassociateRouteTable', { VSwitchId: 'vsw-2', RouteTableId: 'vtb-2' }],
  ['vpc:AssociateNetworkAcl', { ...ACL, 'Resource.1.ResourceId': 'vsw-2', 'Resource.1.ResourceType': 'VSwitch' }],
  ['vpc:UnassociateNetworkAcl', { ...ACL, 'Resource.1.ResourceId': 'vsw-1', 'Resource.1.ResourceType': 'VSwitch' }],
  [
    'vpc:UpdateNetworkAclEntries',
    {
      ...ACL,
      UpdateIngressAclEntries: true,
      'IngressAclEntries.1.Policy': 'drop',
      'IngressAclEntries.1.Protocol': 'udp',
      'IngressAclEntries.1.Port': '53/53',
      'IngressAclEntries.1.SourceCidrIp': '0.0.0.0/0',
    },
  ],
  ['vpc:UpdateNetworkAclEntries', { ...ACL, UpdateEgressAclEntries: true, UpdateIngressAclEntries: true }],
  ['vpc:CopyNetworkAclEntries', { ...ACL, SourceNetworkAclId: 'nacl-2' }],
  ['vpc:ReplaceVpcDhcpOptionsSet', { ...VPC, DhcpOptionsSetId: 'dopt-2' }],
  ['vpc:DetachDhcpOptionsSetFromVpc', { ...VPC, DhcpOptionsSetId: 'dopt-1' }],
  ['vpc:UpdateDhcpOptionsSetAttribute', { DhcpOptionsSetId: 'dopt-1', DomainNameServers: '8.8.8.8' }],
  ['vpc:UnassociateVpcCidrBlock', { ...VPC, SecondaryCidrBlock: '192.168.0.0/16' }],
  ['vpc:ModifyVpcCidrBlock', { ...VPC, CidrBlock: '10.0.0.0/9' }],
  ['vpc:ModifyVpcPrefixList', { PrefixListId: 'pl-vpc', 'RemovePrefixListEntry.1.Cidr': '10.9.0.0/16' }],
  ['vpc:ModifyVpcPrefixList', { PrefixListId: 'pl-vpc', 'AddPrefixListEntry.1.Cidr': '0.0.0.0/1' }],
  ['vpc:DeleteSnatEntry', { ...SNAT, SnatEntryId: 'snat-1' }],
  ['vpc:ModifySnatEntry', { ...SNAT, SnatEntryId: 'snat-1', SnatIp: '203.0.113.99' }],
  ['vpc:CreateSnatEntry', { ...SNAT, SourceCIDR: '10.0.7.0/24', SnatIp: '203.0.113.99' }],
  ['vpc:DeletionProtection', { InstanceId: 'ngw-1', Type: 'NATGW', ProtectionEnable: false }],
  ['vpc:ModifyNatGatewaySpec', { NatGatewayId: 'ngw-1', Spec: 'Small' }],
];

/** What comes back under another id, with one command. */
export const NETWORK_REMADE: readonly Deed[] = [
  ['vpc:DeleteNetworkAcl', ACL],
  ['vpc:DeleteNatGateway', { NatGatewayId: 'ngw-1', Force: true }],
  ['vpc:DeleteIpv4Gateway', { Ipv4GatewayId: 'ipv4gw-1' }],
];

/** Puts the network into the account. */
export function seedNetwork(state: VpcState): void {
  placeVpc(
    state,
    aVpc({
      ...AT,
      CidrBlock: '10.0.0.0/8',
      SecondaryCidrBlocks: ['192.168.0.0/16'],
      DhcpOptionsSetId: 'dopt-1',
      Ipv4GatewayId: 'ipv4gw-1',
    }),
  );
  for (const id of ['vtb-2', 'vtb-3']) {
    state.routeTables.set(id, { ...AT, RouteTableId: id, RouteTableName: id, RouteTableType: 'Custom' });
  }
  const vSwitches = { 'vsw-1': { NetworkAclId: 'nacl-1' }, 'vsw-2': { RouteTableId: 'vtb-2' } };
  for (const [VSwitchId, more] of Object.entries(vSwitches)) {
    const CidrBlock = VSwitchId === 'vsw-1' ? '10.0.0.0/24' : '10.0.1.0/24';
    state.vSwitches.set(VSwitchId, aVSwitch({ ...AT, VSwitchId, CidrBlock, ...more }));
  }
  const hop = (NextHopId: string, NextHopType = 'Instance') => ({ NextHopId, NextHopType });
  const routes = {
    'rte-1': ['172.20.1.0/24', [hop('i-1')]],
    'rte-2': ['172.21.0.0/16', [hop('i-1'), hop('i-2')]],
    'rte-3': ['0.0.0.0/0', [hop('ngw-1', 'NatGateway')]],
  } as const;
  for (const [RouteEntryId, [DestinationCidrBlock, NextHops]] of Object.entries(routes)) {
    state.routeEntries.set(RouteEntryId, aRouteEntry({ ...TABLE, RouteEntryId, DestinationCidrBlock, NextHops }));
  }
  const inner = anAclEntry({ NetworkAclEntryId: 'nae-1', Cidr: '10.0.0.0/8', Protocol: 'tcp', Port: '1/65535' });
  const rest = anAclEntry({ NetworkAclEntryId: 'nae-2', Cidr: '0.0.0.0/0', Policy: 'drop', Description: "all's else" });
  const both = { IngressAclEntries: [inner, rest], EgressAclEntries: [inner] };
  state.networkAcls.set('nacl-1', aNetworkAcl({ ...AT, ...both, NetworkAclId: 'nacl-1', NetworkAclName: 'nodes' }));
  state.networkAcls.set('nacl-2', aNetworkAcl({ ...AT, NetworkAclId: 'nacl-2', IngressAclEntries: [rest] }));
  for (const id of ['dopt-1', 'dopt-2']) {
    const own = { DhcpOptionsSetId: id, DhcpOptionsSetName: id, DomainName: 'example.com', LeaseTime: '3600' };
    state.dhcpOptionsSets.set(id, { RegionId, ...own, DomainNameServers: '100.100.2.136,100.100.2.138' });
  }
  const nat = { NatGatewayId: 'ngw-1', VSwitchId: 'vsw-1', Name: 'out', Spec: 'Large', DeletionProtection: true };
  state.natGateways.set('ngw-1', aNatGateway({ ...AT, ...nat }));
  const from = { SourceCIDR: '10.0.0.0/24', SourceVSwitchId: 'vsw-1', SnatIp: '203.0.113.1,203.0.113.2' };
  const entry = { ...SNAT, ...from, NatGatewayId: 'ngw-1', SnatEntryId: 'snat-1', SnatEntryName: '' };
  state.snatEntries.set('snat-1', entry);
  const gateway = { ...AT, Ipv4GatewayId: 'ipv4gw-1', Ipv4GatewayName: 'v4', Enabled: true };
  state.ipv4Gateways.set('ipv4gw-1', gateway);
  const Entries = [
    { Cidr: '10.9.0.0/16', Description: 'office' },
    { Cidr: '10.10.0.0/16', Description: '' },
  ];
  state.prefixLists.set('pl-vpc', { RegionId, PrefixListId: 'pl-vpc', PrefixListName: 'x', MaxEntries: 10, Entries });
}
