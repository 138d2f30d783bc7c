import * as models from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { aDisk, anInstance, place } from '../../../../infra/local/cloud/ecs/defaults.ts';
import { aPermission, aSecurityGroup } from '../../../../infra/local/cloud/ecs/firewall-defaults.ts';
import { ecsProduct } from '../../../../infra/local/cloud/ecs/product.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import { asking } from './ask.ts';

/** A class of the SDK: wire names and types of its members. */
interface Model {
  readonly names: () => Readonly<Record<string, string>>;
  readonly types: () => Readonly<Record<string, Type>>;
}
type Type = string | Model | { readonly type: string; readonly itemType?: Type };

const RegionId = 'cn-hangzhou';
const ask = asking(ecsProduct(account()));
const I1 = { InstanceId: 'i-1' };
const made = {
  ...ask('CreatePrefixList', {
    PrefixListName: 'p',
    AddressFamily: 'IPv4',
    MaxEntries: 2,
    Entry: [{ Cidr: '10.0.0.0/8' }],
  }),
  ...ask('CreatePortRangeList', { PortRangeListName: 'p', MaxEntries: 2, Entry: [{ PortRange: '1/2' }] }),
  ...ask('RunCommand', { Type: 'RunShellScript', CommandContent: 'date', InstanceId: ['i-1'], KeepCommand: true }),
};

/** Answers with something in every list, and every sort of write that answers more than its id. */
const CALLS = [
  ['DescribeInstances', {}],
  ['DescribeInstanceStatus', {}],
  ['DescribeInstanceAttribute', I1],
  ['DescribeInstanceAutoRenewAttribute', { InstanceId: 'i-paid' }],
  ['DescribeInstanceRamRole', { InstanceIds: '["i-1"]' }],
  ['DescribeUserData', I1],
  ['DescribeNetworkInterfaces', {}],
  ['DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: 'eni-1' }],
  ['DescribeSecurityGroups', {}],
  ['DescribeSecurityGroupAttribute', { SecurityGroupId: 'sg-1' }],
  ['DescribeSecurityGroupReferences', { SecurityGroupId: ['sg-2'] }],
  ['DescribeDisks', {}],
  ['DescribePrefixLists', {}],
  ['DescribePrefixListAttributes', { PrefixListId: made['PrefixListId'] }],
  ['DescribePrefixListAssociations', { PrefixListId: made['PrefixListId'] }],
  ['DescribePortRangeLists', {}],
  ['DescribePortRangeListEntries', { PortRangeListId: made['PortRangeListId'] }],
  ['DescribePortRangeListAssociations', { PortRangeListId: made['PortRangeListId'] }],
  ['DescribeCommands', {}],
  ['DescribeInvocations', {}],
  ['DescribeInvocationResults', {}],
  ['SendFile', { InstanceId: ['i-1'], Name: 'n', TargetDir: '/etc', Content: 'x' }],
  ['DescribeSendFileResults', {}],
  ['StartTerminalSession', { InstanceId: ['i-1'] }],
  [
    'CreateSimulatedSystemEvents',
    { InstanceId: ['i-1'], EventType: 'SystemMaintenance.Reboot', NotBefore: '2026-04-01T00:00:00Z' },
  ],
  ['DescribeInstanceHistoryEvents', {}],
  ['CreateNetworkInterfacePermission', { NetworkInterfaceId: 'eni-1', AccountId: 1, Permission: 'InstanceAttach' }],
  ['DescribeNetworkInterfacePermissions', {}],
  ['AllocatePublicIpAddress', I1],
  ['DescribeTags', {}],
  ['ListTagResources', { ResourceType: 'instance', ResourceId: ['i-1'] }],
  ['RunInstances', { SecurityGroupId: 'sg-1', VSwitchId: 'vsw-1' }],
  ['RebootInstances', { InstanceId: ['i-1'] }],
  ['ModifyInstanceChargeType', { InstanceIds: '["i-paid"]', InstanceChargeType: 'PostPaid' }],
  ['CreateNetworkInterface', { VSwitchId: 'vsw-1', SecurityGroupId: 'sg-1' }],
  ['AssignPrivateIpAddresses', { NetworkInterfaceId: 'eni-1', SecondaryPrivateIpAddressCount: 1 }],
  ['AssignIpv6Addresses', { NetworkInterfaceId: 'eni-1', Ipv6AddressCount: 1 }],
  ['CreateSecurityGroup', { VpcId: 'vpc-1' }],
  ['AttachInstanceRamRole', { InstanceIds: '["i-1"]', RamRoleName: 'r' }],
  ['CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 20 }],
] as const;

function account() {
  const ecs = createEcsState();
  const rule = aPermission({ SecurityGroupRuleId: 'sgr-1', Direction: 'ingress', SourceGroupId: 'sg-2' });
  ecs.securityGroups.set(
    'sg-1',
    aSecurityGroup({ SecurityGroupId: 'sg-1', RegionId, VpcId: 'vpc-1', Permissions: [rule] }),
  );
  ecs.securityGroups.set('sg-2', aSecurityGroup({ SecurityGroupId: 'sg-2', RegionId, VpcId: 'vpc-1' }));
  const where = { RegionId, VpcId: 'vpc-1', VSwitchId: 'vsw-1', SecurityGroupIds: ['sg-1'] };
  const Tags = [{ TagKey: 'a', TagValue: 'b' }];
  place(
    ecs,
    anInstance({ ...where, InstanceId: 'i-1', PrivateIpAddress: '10.0.0.1', LockReasons: ['financial'], Tags }),
  );
  place(
    ecs,
    anInstance({ ...where, InstanceId: 'i-paid', PrivateIpAddress: '10.0.0.2', InstanceChargeType: 'PrePaid' }),
  );
  ecs.disks.set('d-pv', aDisk({ DiskId: 'd-pv', RegionId, InstanceId: 'i-1', MultiAttach: 'Enabled', Tags }));
  return ecs;
}

function modelOf(name: string): Model {
  const found = (models as unknown as Record<string, Model | undefined>)[name];
  if (found === undefined) throw new Error(`the SDK knows no ${name}`);
  return found;
}

/** Where a value is not as the SDK reads it: `/Instances/Instance/0/Cpu: string, not number`. */
function strangers(value: unknown, type: Type, path = ''): readonly string[] {
  if (typeof type === 'string') {
    return type === 'map' || typeof value === type ? [] : [`${path}: ${typeof value}, not ${type}`];
  }
  if ('itemType' in type && type.itemType !== undefined) {
    const { itemType } = type;
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((item, index) => strangers(item, itemType, `${path}/${index}`));
  }
  if (!('names' in type)) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`];
  const members = Object.entries(type.names());
  return Object.entries(value).flatMap(([wire, inner]) => {
    const known = members.find(([, name]) => name === wire)?.[0];
    const inside = known === undefined ? undefined : type.types()[known];
    return inside === undefined ? [`${path}/${wire}: unknown`] : strangers(inner, inside, `${path}/${wire}`);
  });
}

describe('the stand-in ECS speaks as the SDK reads', () => {
  it.each(CALLS)('%s', (action, params) => {
    const answer = ask(action, params);

    expect(strangers(answer, modelOf(`${action}ResponseBody`))).toEqual([]);
  });

  it.each(CALLS)('%s is asked in the words of the SDK', (action, params) => {
    const known = Object.values(modelOf(`${action}Request`).names());

    expect(Object.keys(params).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('would notice a member that is not there, and one of another type', () => {
    const answer = { TotalCount: '1', Instances: { Instance: [{ Cpus: 1 }] } };

    const found = strangers(answer, modelOf('DescribeInstancesResponseBody'));

    expect(found).toEqual(['/TotalCount: string, not number', '/Instances/Instance/0/Cpus: unknown']);
  });
});
