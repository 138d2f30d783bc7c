import {
  anAclEntry,
  aNatGateway,
  aNetworkAcl,
  aRouteEntry,
  aVpc,
  aVSwitch,
  placeVpc,
} from '../../../../infra/local/cloud/vpc/defaults.ts';
import { createEipState } from '../../../../infra/local/cloud/vpc/eip-state.ts';
import { vpcProduct } from '../../../../infra/local/cloud/vpc/product.ts';
import { createVpcState } from '../../../../infra/local/cloud/vpc/state.ts';
import { asking } from './ask.ts';

export const TABLE = { RouteTableId: 'vtb-1' };
export const SNAT = { SnatTableId: 'stb-1' };

/** A VPC with two vSwitches, a route to a node's pods, a network ACL, a NAT gateway and two sets of DHCP options. */
export function vpcWithNodes() {
  const vpc = createVpcState();
  const at = { RegionId: 'cn-hangzhou', VpcId: 'vpc-1' };
  placeVpc(vpc, aVpc({ ...at, CidrBlock: '10.0.0.0/8', DhcpOptionsSetId: 'dopt-1' }));
  vpc.vSwitches.set('vsw-1', aVSwitch({ ...at, VSwitchId: 'vsw-1', CidrBlock: '10.0.0.0/24', NetworkAclId: 'nacl-1' }));
  vpc.vSwitches.set('vsw-2', aVSwitch({ ...at, VSwitchId: 'vsw-2', CidrBlock: '10.0.1.0/24' }));
  vpc.routeTables.set('vtb-2', { ...at, RouteTableId: 'vtb-2', RouteTableName: 'own', RouteTableType: 'Custom' });
  const NextHops = [{ NextHopId: 'i-1', NextHopType: 'Instance' }];
  const toPods = { ...TABLE, RouteEntryId: 'rte-1', DestinationCidrBlock: '172.20.1.0/24', NextHops };
  vpc.routeEntries.set('rte-1', aRouteEntry(toPods));
  const IngressAclEntries = [
    anAclEntry({ NetworkAclEntryId: 'nae-1', Cidr: '10.0.0.0/8' }),
    anAclEntry({ NetworkAclEntryId: 'nae-2', Cidr: '0.0.0.0/0', Policy: 'drop' }),
  ];
  vpc.networkAcls.set('nacl-1', aNetworkAcl({ ...at, NetworkAclId: 'nacl-1', IngressAclEntries }));
  vpc.natGateways.set('ngw-1', aNatGateway({ ...at, NatGatewayId: 'ngw-1', VSwitchId: 'vsw-1' }));
  const from = { SourceCIDR: '10.0.0.0/24', SourceVSwitchId: 'vsw-1', SnatIp: '203.0.113.1' };
  const entry = { ...SNAT, ...from, NatGatewayId: 'ngw-1', SnatEntryId: 'snat-1', SnatEntryName: '' };
  vpc.snatEntries.set('snat-1', entry);
  for (const [id, servers] of [
    ['dopt-1', '100.100.2.136,100.100.2.138'],
    ['dopt-2', '8.8.8.8'],
  ] as const) {
    const set = { RegionId: at.RegionId, DhcpOptionsSetId: id, DhcpOptionsSetName: id, DomainName: '', LeaseTime: '' };
    vpc.dhcpOptionsSets.set(id, { ...set, DomainNameServers: servers });
  }
  const Entries = [{ Cidr: '10.9.0.0/16', Description: '' }];
  const list = { RegionId: at.RegionId, PrefixListId: 'pl-1', PrefixListName: 'office', MaxEntries: 10, Entries };
  vpc.prefixLists.set('pl-1', list);
  const product = vpcProduct(vpc, createEipState());
  return { vpc, product, ask: asking(product) };
}
