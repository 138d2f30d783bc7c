import { describe, expect, it } from 'vitest';
import { type Ask, refusalOf } from './ask.ts';
import { after, at, ecsWithNode, I1 } from './ecs-account.ts';

describe('a network interface', () => {
  const E = { NetworkInterfaceId: 'eni-pod' };
  const seen = (ask: Ask, seconds: number) => {
    const set = at(
      ask('DescribeNetworkInterfaces', { NetworkInterfaceId: ['eni-pod'] }, after(seconds)),
      'NetworkInterfaceSets.NetworkInterfaceSet',
    );
    return (set as { Status: string }[])[0]?.Status;
  };

  it('is attached, detached and deleted, each in its time', () => {
    const { ask } = ecsWithNode();

    ask('AttachNetworkInterface', { ...E, ...I1 });
    expect([0, 2].map((s) => seen(ask, s))).toEqual(['Attaching', 'InUse']);
    expect(refusalOf(() => ask('DeleteNetworkInterface', E, after(2)))).toBe('400 InvalidOperation.InvalidEniState');
    ask('DetachNetworkInterface', { ...E, ...I1 }, after(3));
    expect([3, 5].map((s) => seen(ask, s))).toEqual(['Detaching', 'Available']);
    ask('DeleteNetworkInterface', E, after(6));
    expect([6, 7, 9].map((s) => seen(ask, s))).toEqual(['Deleting', 'Deleting', undefined]);
  });

  it('is created in a group, with a free address of its vSwitch', () => {
    const { ask } = ecsWithNode();

    const made = ask('CreateNetworkInterface', {
      VSwitchId: 'vsw-1',
      SecurityGroupIds: ['sg-1'],
      NetworkInterfaceName: 'n',
      Tag: [{ Key: 'creator', Value: 'terway' }],
    });

    expect(made).toMatchObject({
      Status: 'Available',
      Type: 'Secondary',
      VpcId: 'vpc-1',
      PrivateIpAddress: '10.0.0.10',
      SecurityGroupIds: { SecurityGroupId: ['sg-1'] },
    });
    const found = ask('DescribeNetworkInterfaces', { Tag: [{ Key: 'creator', Value: 'terway' }], MaxResults: 10 });
    expect(at(found, 'NetworkInterfaceSets.NetworkInterfaceSet.0')).toMatchObject({
      NetworkInterfaceId: made['NetworkInterfaceId'],
    });
  });

  it('gets addresses by number and loses them by name', () => {
    const { ask } = ecsWithNode();

    const got = ask('AssignPrivateIpAddresses', { ...E, SecondaryPrivateIpAddressCount: 2 });
    expect(at(got, 'AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress')).toEqual(['10.0.0.10', '10.0.0.11']);
    ask('UnassignPrivateIpAddresses', { ...E, PrivateIpAddress: ['10.0.0.10', '10.9.9.9'] });

    const left = at(ask('DescribeNetworkInterfaceAttribute', E), 'PrivateIpSets.PrivateIpSet');
    expect((left as { PrivateIpAddress: string }[]).map((each) => each.PrivateIpAddress)).toEqual([
      '10.0.0.50',
      '10.0.0.11',
    ]);
  });

  it('of an instance has the same groups as the instance', () => {
    const { ask, ecs } = ecsWithNode();

    ask('JoinSecurityGroup', { NetworkInterfaceId: 'eni-1', SecurityGroupId: 'sg-2' });
    ask('LeaveSecurityGroup', { ...I1, SecurityGroupId: 'sg-1' });

    expect(
      [ecs.instances.get('i-1'), ecs.networkInterfaces.get('eni-1')].map((each) => each?.SecurityGroupIds),
    ).toEqual([['sg-2'], ['sg-2']]);
  });
});
