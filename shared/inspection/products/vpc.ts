import type { Reader } from '../reader.ts';
import { vpcDhcpOptionsSet } from '../readers/vpc-dhcp-options-set.ts';
import { vpcEip } from '../readers/vpc-eip.ts';
import { vpcIpv4Gateway } from '../readers/vpc-ipv4-gateway.ts';
import { vpcNatGateway } from '../readers/vpc-nat-gateway.ts';
import { vpcNetworkAcl } from '../readers/vpc-network-acl.ts';
import { vpcPrefixList } from '../readers/vpc-prefix-list.ts';
import { vpcRouteTable } from '../readers/vpc-route-table.ts';
import { vpcSnatTable } from '../readers/vpc-snat-table.ts';
import { vpcVpc } from '../readers/vpc-vpc.ts';
import { vpcVSwitch } from '../readers/vpc-vswitch.ts';

/** The readers of what belongs to VPC. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  vpcEip,
  vpcVpc,
  vpcDhcpOptionsSet,
  vpcVSwitch,
  vpcRouteTable,
  vpcPrefixList,
  vpcNetworkAcl,
  vpcNatGateway,
  vpcSnatTable,
  vpcIpv4Gateway,
];
