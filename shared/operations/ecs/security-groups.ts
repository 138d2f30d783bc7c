import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on, type More } from '../touch.ts';

const group = on('ecs.security-group', 'SecurityGroupId');
const prefixes = on('ecs.prefix-list', 'PrefixListId');
const ports = on('ecs.port-range-list', 'PortRangeListId');
const conditional = { strength: 'conditional' } as const satisfies More;
const rule = { value: ['Permissions', 'Policy', 'IpProtocol', 'PortRange', 'SourceCidrIp', 'DestCidrIp', 'Priority'] };

/** A call that moves an instance or a network interface in or out of a group. */
const membership = [
  on('ecs.instance', 'InstanceId')('membership-changed', {
    value: ['SecurityGroupId'],
    when: { present: 'InstanceId' },
  }),
  on('ecs.network-interface', 'NetworkInterfaceId')('membership-changed', {
    value: ['SecurityGroupId'],
    when: { present: 'NetworkInterfaceId' },
  }),
  on('ecs.network-interface', 'NetworkInterfaceId')('spec-changed', {
    ...conditional,
    when: { present: 'NetworkInterfaceId' },
  }),
];

/** Ecs: security groups, their rules and members, and the lists that rules refer to. */
export const securityGroups: OperationTable['actions'] = {
  AuthorizeSecurityGroup: [group('rules-changed', rule)],
  AuthorizeSecurityGroupEgress: [group('rules-changed', rule)],
  ConfigureSecurityGroupPermissions: [group('rules-changed', { value: ['AuthorizePermission', 'RevokePermission'] })],
  CreateSecurityGroup: [on('ecs.security-group', 'response.SecurityGroupId')('created')],
  DeletePortRangeList: [ports('rules-changed', conditional)],
  DeletePrefixList: [prefixes('rules-changed', conditional)],
  DeleteSecurityGroup: [group('deleted')],
  JoinSecurityGroup: membership,
  LeaveSecurityGroup: membership,
  ModifyPortRangeList: [ports('rules-changed', { ...conditional, value: ['AddEntry', 'RemoveEntry'] })],
  ModifyPrefixList: [prefixes('rules-changed', { ...conditional, value: ['AddEntry', 'RemoveEntry'] })],
  ModifySecurityGroupAttribute: [group('name-changed', { ...ADJACENT, value: ['SecurityGroupName', 'Description'] })],
  ModifySecurityGroupEgressRule: [group('rules-changed', rule)],
  ModifySecurityGroupPolicy: [group('rules-changed', { value: ['InnerAccessPolicy'] })],
  ModifySecurityGroupRule: [group('rules-changed', rule)],
  RevokeSecurityGroup: [group('rules-changed', { value: ['SecurityGroupRuleId', ...rule.value] })],
  RevokeSecurityGroupEgress: [group('rules-changed', { value: ['SecurityGroupRuleId', ...rule.value] })],
};
