/** One rule of a security group, as DescribeSecurityGroupAttribute tells it. An empty member is an absent one. */
export interface Permission {
  readonly SecurityGroupRuleId: string;
  readonly Direction: Direction;
  readonly Policy: 'Accept' | 'Drop';
  /** 1 to 100; the smaller number is looked at first. */
  readonly Priority: number;
  readonly IpProtocol: 'TCP' | 'UDP' | 'ICMP' | 'ICMPv6' | 'GRE' | 'ALL';
  /** Ports of the destination, in both directions: `53/53`; `-1/-1` is any. */
  readonly PortRange: string;
  readonly PortRangeListId?: string;
  readonly SourcePortRange?: string;
  readonly SourceCidrIp?: string;
  readonly Ipv6SourceCidrIp?: string;
  readonly SourceGroupId?: string;
  readonly SourceGroupOwnerAccount?: string;
  readonly SourcePrefixListId?: string;
  readonly DestCidrIp?: string;
  readonly Ipv6DestCidrIp?: string;
  readonly DestGroupId?: string;
  readonly DestPrefixListId?: string;
  readonly NicType?: string;
  readonly Description?: string;
}

/** The content of a security group's snapshot. */
export interface SecurityGroupRules {
  readonly SecurityGroupId?: string;
  /** `normal`: a basic group; `enterprise`: an advanced one. A network interface never has both. */
  readonly SecurityGroupType: 'normal' | 'enterprise';
  /** Whether members of a basic group reach each other; an enterprise group never lets them. */
  readonly InnerAccessPolicy: 'Accept' | 'Drop';
  readonly VpcId: string;
  readonly Permissions: readonly Permission[];
}

/** What rules refer to by id: entries of prefix lists (CIDRs) and of port-range lists (`53/53`). */
export interface Lists {
  readonly prefixLists: ReadonlyMap<string, readonly string[]>;
  readonly portRangeLists: ReadonlyMap<string, readonly string[]>;
}

export type Direction = 'ingress' | 'egress';

/** `OTHER` stands for every protocol that only a rule for `ALL` can name. */
export const PROTOCOLS = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'OTHER'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** Traffic, seen from the node: `ingress` comes from the peer, `egress` goes to it. */
export interface Flow {
  readonly direction: Direction;
  readonly protocol: Protocol;
  /** The destination's port; TCP and UDP only. */
  readonly port?: number;
  /** Every address of this block must pass. */
  readonly peerCidr: string;
  /** Security groups that the peer is in; absent: not known. */
  readonly peerGroupIds?: readonly string[];
  /** The sender's ports, `32768/60999`; absent: any. */
  readonly sourcePorts?: string;
  /** The node's own address or block; absent: any. */
  readonly localCidr?: string;
}
