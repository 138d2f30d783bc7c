import type { Lists, Permission, SecurityGroupRules } from '../../shared/inspection/security-group/rules.ts';

/** A rule that lets everything in from everywhere, unless said otherwise. */
export function aPermission(about: Partial<Permission> = {}): Permission {
  const isEgress = about.Direction === 'egress';
  const names = ['SourceCidrIp', 'Ipv6SourceCidrIp', 'SourceGroupId', 'SourcePrefixListId'] as const;
  const egressNames = ['DestCidrIp', 'Ipv6DestCidrIp', 'DestGroupId', 'DestPrefixListId'] as const;
  const hasPeer = (isEgress ? egressNames : names).some((name) => about[name] !== undefined);
  return {
    SecurityGroupRuleId: 'sgr-1',
    Direction: 'ingress',
    Policy: 'Accept',
    Priority: 1,
    IpProtocol: 'ALL',
    PortRange: '-1/-1',
    ...(hasPeer ? {} : isEgress ? { DestCidrIp: '0.0.0.0/0' } : { SourceCidrIp: '0.0.0.0/0' }),
    ...about,
  };
}

/** A basic group whose members do not reach each other, with these rules. */
export function aGroup(
  permissions: readonly Partial<Permission>[] = [],
  about: Partial<SecurityGroupRules> = {},
): SecurityGroupRules {
  return {
    SecurityGroupId: 'sg-1',
    SecurityGroupType: 'normal',
    InnerAccessPolicy: 'Drop',
    VpcId: 'vpc-1',
    Permissions: permissions.map(aPermission),
    ...about,
  };
}

export function someLists(
  prefixLists: Readonly<Record<string, readonly string[]>> = {},
  portRangeLists: Readonly<Record<string, readonly string[]>> = {},
): Lists {
  return { prefixLists: new Map(Object.entries(prefixLists)), portRangeLists: new Map(Object.entries(portRangeLists)) };
}
