import type { Tag } from '../tags.ts';

/** One rule of a security group; fields that do not apply are empty. */
export interface Permission {
  readonly SecurityGroupRuleId: string;
  readonly Direction: 'ingress' | 'egress';
  readonly Policy: 'Accept' | 'Drop';
  readonly IpProtocol: 'TCP' | 'UDP' | 'ICMP' | 'ICMPv6' | 'GRE' | 'ALL';
  readonly PortRange: string;
  readonly SourcePortRange: string;
  readonly PortRangeListId: string;
  readonly NicType: 'intranet' | 'internet';
  readonly Priority: string;
  readonly SourceCidrIp: string;
  readonly Ipv6SourceCidrIp: string;
  readonly SourceGroupId: string;
  readonly SourceGroupOwnerAccount: string;
  readonly SourcePrefixListId: string;
  readonly DestCidrIp: string;
  readonly Ipv6DestCidrIp: string;
  readonly DestGroupId: string;
  readonly DestGroupOwnerAccount: string;
  readonly DestPrefixListId: string;
  readonly Description: string;
  readonly CreateTime: string;
}

export interface SecurityGroup {
  readonly SecurityGroupId: string;
  readonly SecurityGroupName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly VpcId: string;
  readonly SecurityGroupType: 'normal' | 'enterprise';
  readonly InnerAccessPolicy: 'Accept' | 'Drop';
  readonly ResourceGroupId: string;
  readonly ServiceManaged: boolean;
  readonly CreationTime: string;
  readonly Permissions: readonly Permission[];
  readonly Tags: readonly Tag[];
}

export interface PrefixList {
  readonly PrefixListId: string;
  readonly PrefixListName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly AddressFamily: 'IPv4' | 'IPv6';
  readonly MaxEntries: number;
  readonly CreationTime: string;
  readonly ResourceGroupId: string;
  readonly Entries: readonly { readonly Cidr: string; readonly Description: string }[];
  readonly Tags: readonly Tag[];
}

export interface PortRangeList {
  readonly PortRangeListId: string;
  readonly PortRangeListName: string;
  readonly Description: string;
  readonly RegionId: string;
  readonly MaxEntries: number;
  readonly CreationTime: string;
  readonly ResourceGroupId: string;
  readonly Entries: readonly { readonly PortRange: string; readonly Description: string }[];
  readonly Tags: readonly Tag[];
}
