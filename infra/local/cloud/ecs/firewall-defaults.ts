import { type Needs, RESOURCE_GROUP } from './defaults.ts';
import type { Permission, SecurityGroup } from './firewall.ts';

/** A basic security group without rules, unless said. */
export function aSecurityGroup(said: Needs<SecurityGroup, 'SecurityGroupId' | 'RegionId' | 'VpcId'>): SecurityGroup {
  return {
    SecurityGroupName: said.SecurityGroupId,
    Description: '',
    SecurityGroupType: 'normal',
    InnerAccessPolicy: 'Accept',
    ResourceGroupId: RESOURCE_GROUP,
    ServiceManaged: false,
    CreationTime: '2025-01-01T00:00:00Z',
    Permissions: [],
    Tags: [],
    ...said,
  };
}

/** One rule: accepts everything from nowhere unless said. */
export function aPermission(said: Needs<Permission, 'SecurityGroupRuleId' | 'Direction'>): Permission {
  return {
    Policy: 'Accept',
    IpProtocol: 'ALL',
    PortRange: '-1/-1',
    SourcePortRange: '',
    PortRangeListId: '',
    NicType: 'intranet',
    Priority: '1',
    SourceCidrIp: '',
    Ipv6SourceCidrIp: '',
    SourceGroupId: '',
    SourceGroupOwnerAccount: '',
    SourcePrefixListId: '',
    DestCidrIp: '',
    Ipv6DestCidrIp: '',
    DestGroupId: '',
    DestGroupOwnerAccount: '',
    DestPrefixListId: '',
    Description: '',
    CreateTime: '2025-01-01T00:00:00Z',
    ...said,
  };
}
