import { describe, expect, it } from 'vitest';
import { type Ask, referencesOf, refusalOf } from './ask.ts';
import { after, at, ecsWithNode, I1 } from './ecs-account.ts';

const ofInstance = ['DescribeInstances', { InstanceIds: '["i-1"]' }, 'Instances.Instance.0'] as const;
const ofAttribute = ['DescribeInstanceAttribute', I1, ''] as const;
const ofGroup = ['DescribeSecurityGroupAttribute', { SecurityGroupId: 'sg-1' }, ''] as const;
const ofEni = [
  'DescribeNetworkInterfaces',
  { NetworkInterfaceId: ['eni-pod'] },
  'NetworkInterfaceSets.NetworkInterfaceSet.0',
] as const;
const ofEniAttribute = ['DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: 'eni-pod' }, ''] as const;
const ofDisk = ['DescribeDisks', { DiskIds: '["d-pv"]' }, 'Disks.Disk.0'] as const;
const ofRenewal = [
  'DescribeInstanceAutoRenewAttribute',
  { InstanceId: 'i-paid' },
  'InstanceRenewAttributes.InstanceRenewAttribute.0',
] as const;

describe('a write is read back', () => {
  it.each([
    [
      'ModifyInstanceAttribute',
      { ...I1, InstanceName: 'n', Description: 'd', HostName: 'h' },
      ofInstance,
      { InstanceName: 'n', Description: 'd', HostName: 'h' },
    ],
    [
      'ModifyInstanceAttribute',
      { ...I1, DeletionProtection: true, Recyclable: true },
      ofInstance,
      { DeletionProtection: true, Recyclable: true },
    ],
    [
      'ModifyInstanceAttribute',
      { ...I1, EnableJumboFrame: true, CreditSpecification: 'Standard' },
      ofAttribute,
      { EnableJumboFrame: true, CreditSpecification: 'Standard' },
    ],
    [
      'ModifyInstanceAttribute',
      { ...I1, UserData: 'ZWNobw==' },
      ['DescribeUserData', I1, ''],
      { UserData: 'ZWNobw==' },
    ],
    [
      'ModifyInstanceAttribute',
      { ...I1, SecurityGroupIds: ['sg-2', 'sg-1'] },
      ofInstance,
      { SecurityGroupIds: { SecurityGroupId: ['sg-2', 'sg-1'] } },
    ],
    [
      'ModifyInstanceAutoReleaseTime',
      { ...I1, AutoReleaseTime: '2026-03-02T08:00:00Z' },
      ofInstance,
      { AutoReleaseTime: '2026-03-02T08:00Z' },
    ],
    [
      'ModifyInstanceAutoRenewAttribute',
      { InstanceId: 'i-paid', AutoRenew: true, Duration: 3, PeriodUnit: 'Week' },
      ofRenewal,
      { RenewalStatus: 'AutoRenewal', AutoRenewEnabled: true, Duration: 3, PeriodUnit: 'Week' },
    ],
    [
      'ModifyInstanceAutoRenewAttribute',
      { InstanceId: 'i-paid', RenewalStatus: 'NotRenewal' },
      ofRenewal,
      { RenewalStatus: 'NotRenewal', AutoRenewEnabled: false },
    ],
    [
      'ModifyInstanceChargeType',
      { InstanceIds: '["i-1"]', InstanceChargeType: 'PrePaid', Period: 2 },
      ofInstance,
      { InstanceChargeType: 'PrePaid', ExpiredTime: '2026-04-30T08:00Z' },
    ],
    [
      'ModifyInstanceMetadataOptions',
      { ...I1, HttpEndpoint: 'disabled', HttpPutResponseHopLimit: 2 },
      ofInstance,
      { MetadataOptions: { HttpEndpoint: 'disabled', HttpTokens: 'optional', HttpPutResponseHopLimit: 2 } },
    ],
    [
      'ModifyInstanceClockOptions',
      { ...I1, PtpStatus: 'enabled' },
      ofInstance,
      { ClockOptions: { PtpStatus: 'enabled' } },
    ],
    [
      'AttachInstanceRamRole',
      { InstanceIds: '["i-1"]', RamRoleName: 'KubernetesWorkerRole' },
      ['DescribeInstanceRamRole', { InstanceIds: '["i-1"]' }, 'InstanceRamRoleSets.InstanceRamRoleSet.0'],
      { RamRoleName: 'KubernetesWorkerRole' },
    ],
    [
      'JoinSecurityGroup',
      { ...I1, SecurityGroupId: 'sg-2' },
      ofInstance,
      { SecurityGroupIds: { SecurityGroupId: ['sg-1', 'sg-2'] } },
    ],
    [
      'JoinSecurityGroup',
      { NetworkInterfaceId: 'eni-pod', SecurityGroupId: 'sg-2' },
      ofEni,
      { SecurityGroupIds: { SecurityGroupId: ['sg-1', 'sg-2'] } },
    ],
    [
      'ModifySecurityGroupPolicy',
      { SecurityGroupId: 'sg-1', InnerAccessPolicy: 'drop' },
      ofGroup,
      { InnerAccessPolicy: 'Drop' },
    ],
    [
      'ModifySecurityGroupAttribute',
      { SecurityGroupId: 'sg-1', SecurityGroupName: 'n', Description: 'd' },
      ofGroup,
      { SecurityGroupName: 'n', Description: 'd' },
    ],
    [
      'ModifyNetworkInterfaceAttribute',
      {
        NetworkInterfaceId: 'eni-pod',
        NetworkInterfaceName: 'n',
        Description: 'd',
        SecurityGroupId: ['sg-2'],
        QueueNumber: 8,
        DeleteOnRelease: false,
        SourceDestCheck: false,
        'ConnectionTrackingConfiguration.UdpTimeout': 60,
      },
      ofEniAttribute,
      {
        NetworkInterfaceName: 'n',
        Description: 'd',
        SecurityGroupIds: { SecurityGroupId: ['sg-2'] },
        QueueNumber: 8,
        DeleteOnRelease: false,
        SourceDestCheck: false,
        ConnectionTrackingConfiguration: { UdpTimeout: 60, TcpEstablishedTimeout: 910 },
      },
    ],
    [
      'EnableNetworkInterfaceQoS',
      { NetworkInterfaceId: 'eni-pod', QoS: { BandwidthTx: 100 } },
      ofEniAttribute,
      { QoSConfig: { EnableQoS: true, QoS: { BandwidthTx: 100 } } },
    ],
    [
      'AssignPrivateIpAddresses',
      { NetworkInterfaceId: 'eni-pod', PrivateIpAddress: ['10.0.0.60'] },
      ofEni,
      {
        PrivateIpSets: {
          PrivateIpSet: [
            { PrivateIpAddress: '10.0.0.50', Primary: true },
            { PrivateIpAddress: '10.0.0.60', Primary: false },
          ],
        },
      },
    ],
    [
      'AssignIpv6Addresses',
      { NetworkInterfaceId: 'eni-pod', Ipv6Address: ['2408::1'] },
      ofEni,
      { Ipv6Sets: { Ipv6Set: [{ Ipv6Address: '2408::1' }] } },
    ],
    [
      'TagResources',
      { ResourceType: 'eni', ResourceId: ['eni-pod'], Tag: [{ Key: 'creator', Value: 'terway' }] },
      ofEni,
      { Tags: { Tag: [{ TagKey: 'creator', TagValue: 'terway' }] } },
    ],
    [
      'AddTags',
      { ResourceType: 'instance', ResourceId: 'i-1', Tag: [{ Key: 'a', Value: 'b' }] },
      ofInstance,
      { Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] } },
    ],
    [
      'ModifyDiskAttribute',
      { DiskId: 'd-pv', DiskName: 'pv', DeleteWithInstance: true },
      ofDisk,
      { DiskName: 'pv', DeleteWithInstance: true },
    ],
    ['ResizeDisk', { DiskId: 'd-pv', NewSize: 80 }, ofDisk, { Size: 80 }],
    [
      'AttachDisk',
      { DiskId: 'd-pv', InstanceId: 'i-1' },
      ofDisk,
      {
        Status: 'In_use',
        InstanceId: 'i-1',
        Attachments: { Attachment: [{ InstanceId: 'i-1', Device: '/dev/xvdb' }] },
      },
    ],
    [
      'JoinResourceGroup',
      { ResourceType: 'eni', ResourceId: 'eni-pod', ResourceGroupId: 'rg-2' },
      ofEni,
      { ResourceGroupId: 'rg-2' },
    ],
    ['AllocatePublicIpAddress', I1, ofInstance, { PublicIpAddress: { IpAddress: ['47.96.0.1'] } }],
    [
      'SendFile',
      { InstanceId: ['i-1'], Name: 'kubelet.conf', TargetDir: '/etc', Content: 'x', Overwrite: true },
      ['DescribeSendFileResults', { Name: 'kubelet.conf' }, 'Invocations.Invocation.0'],
      { TargetDir: '/etc', Content: 'x', Overwrite: 'true', InvokeInstances: { InvokeInstance: [I1] } },
    ],
    [
      'CreateNetworkInterfacePermission',
      { NetworkInterfaceId: 'eni-pod', AccountId: 1234, Permission: 'InstanceAttach' },
      [
        'DescribeNetworkInterfacePermissions',
        { NetworkInterfaceId: 'eni-pod' },
        'NetworkInterfacePermissions.NetworkInterfacePermission.0',
      ],
      { AccountId: 1234, Permission: 'InstanceAttach' },
    ],
  ] as const)('%s %j', (action, params, [read, of, path], expected) => {
    const { ask } = ecsWithNode();

    ask(action, params);

    expect(at(ask(read, of), path)).toMatchObject(expected);
  });
});

describe('an instance', () => {
  const status = (ask: Ask, seconds: number) =>
    at(ask('DescribeInstances', { InstanceIds: '["i-1"]' }, after(seconds)), 'Instances.Instance') as {
      Status: string;
    }[];

  it('stops, starts and reboots, each in its time', () => {
    const { ask } = ecsWithNode();

    ask('StopInstance', { ...I1, StoppedMode: 'StopCharging' });
    expect([0, 4].map((s) => status(ask, s)[0]?.Status)).toEqual(['Stopping', 'Stopped']);
    ask('StartInstance', I1, after(5));
    expect([5, 9].map((s) => status(ask, s)[0]?.Status)).toEqual(['Starting', 'Running']);
    const many = ask('RebootInstances', { InstanceId: ['i-1'] }, after(10));
    expect(many).toMatchObject({
      InstanceResponses: {
        InstanceResponse: [{ ...I1, Code: '200', PreviousStatus: 'Running', CurrentStatus: 'Starting' }],
      },
    });
  });

  it('is released by force, with its primary interface and its system disk', () => {
    const { ask, ecs } = ecsWithNode();
    expect(refusalOf(() => ask('DeleteInstance', I1))).toBe('403 IncorrectInstanceStatus');

    ask('DeleteInstance', { ...I1, Force: true });

    expect([0, 4].map((s) => status(ask, s).length)).toEqual([1, 0]);
    expect(ecs.networkInterfaces.has('eni-1')).toBe(false);
    expect(ecs.disks.has('d-1')).toBe(false);
    expect(refusalOf(() => ask('DescribeInstanceAttribute', I1, after(4)))).toBe('404 InvalidInstanceId.NotFound');
  });

  it('is released by itself when its time comes', () => {
    const { ask } = ecsWithNode();
    ask('ModifyInstanceAutoReleaseTime', { ...I1, AutoReleaseTime: '2026-03-01T09:00:00Z' });
    expect(status(ask, 3599)).toHaveLength(1);

    expect(status(ask, 3600)).toHaveLength(0);
  });

  it('is not released once its release is called off', () => {
    const { ask } = ecsWithNode();
    ask('ModifyInstanceAutoReleaseTime', { ...I1, AutoReleaseTime: '2026-03-01T09:00:00Z' });

    ask('ModifyInstanceAutoReleaseTime', I1);

    expect(status(ask, 9999)).toHaveLength(1);
  });

  it('changes its address only while it stands', () => {
    const { ask, ecs } = ecsWithNode();
    const to = { ...I1, PrivateIpAddress: '10.0.0.77' };
    expect(refusalOf(() => ask('ModifyInstanceVpcAttribute', to))).toBe('403 IncorrectInstanceStatus');
    ask('StopInstance', I1);
    const taken = () => ask('ModifyInstanceVpcAttribute', { ...I1, PrivateIpAddress: '10.0.0.2' }, after(5));
    expect(refusalOf(taken)).toBe('403 InvalidPrivateIpAddress.Duplicated');

    ask('ModifyInstanceVpcAttribute', to, after(5));

    expect(ecs.networkInterfaces.get('eni-1')?.PrivateIpAddress).toBe('10.0.0.77');
  });

  it('has a new system disk under a new id after its system is replaced', () => {
    const { ask } = ecsWithNode();
    ask('StopInstance', I1);

    const { DiskId } = ask('ReplaceSystemDisk', { ...I1, ImageId: 'centos' }, after(5));

    const disks = at(ask('DescribeDisks', { ...I1, DiskType: 'system' }, after(5)), 'Disks.Disk');
    expect(disks).toMatchObject([{ DiskId, ImageId: 'centos', InstanceId: 'i-1' }]);
  });

  it('starts as asked, several at once, each with an address of its own', () => {
    const { ask, ecs } = ecsWithNode();
    const asked = {
      Amount: 2,
      SecurityGroupId: 'sg-1',
      VSwitchId: 'vsw-1',
      InstanceName: 'w',
      Tag: [{ Key: 'a', Value: 'b' }],
    };
    expect(refusalOf(() => ask('RunInstances', { ...asked, DryRun: true }))).toBe('400 DryRunOperation');

    const answer = ask('RunInstances', asked);

    const ids = at(answer, 'InstanceIdSets.InstanceIdSet') as string[];
    const made = ids.map((id) => ecs.instances.get(id));
    expect(made.map((each) => [each?.InstanceName, each?.Status, each?.VpcId])).toEqual([
      ['w', 'Pending', 'vpc-1'],
      ['w', 'Pending', 'vpc-1'],
    ]);
    expect(new Set(made.map((each) => each?.PrivateIpAddress)).size).toBe(2);
    const running = ask('DescribeInstances', { Tag: [{ Key: 'a', Value: 'b' }], Status: 'Running' }, after(4));
    expect(running['TotalCount']).toBe(2);
  });

  it('is listed by number and by token', () => {
    const { ask } = ecsWithNode();
    ask('RunInstances', { Amount: 10, SecurityGroupId: 'sg-1', VSwitchId: 'vsw-1' });

    const third = ask('DescribeInstances', { PageNumber: 3, PageSize: 5 });
    const first = ask('DescribeInstances', { MaxResults: 10 });
    const last = ask('DescribeInstances', { MaxResults: 10, NextToken: first['NextToken'] });

    expect(third).toMatchObject({ PageNumber: 3, PageSize: 5, TotalCount: 12, NextToken: '' });
    expect([third, first, last].map((page) => (at(page, 'Instances.Instance') as unknown[]).length)).toEqual([
      2, 10, 2,
    ]);
    expect(last['NextToken']).toBe('');
  });
});

describe('a maintenance event', () => {
  const announce = (ask: Ask, TriggerRealOps: boolean) => {
    const said = {
      InstanceId: ['i-1'],
      EventType: 'SystemFailure.Delete',
      NotBefore: '2026-03-01T09:00:00Z',
      TriggerRealOps,
    };
    return at(ask('CreateSimulatedSystemEvents', said), 'EventIdSet.EventId.0');
  };
  const count = (ask: Ask) => ask('DescribeInstances', { InstanceIds: '["i-1"]' }, after(3600))['TotalCount'];

  it('releases the instance only where it is real', () => {
    const [practice, real] = [ecsWithNode().ask, ecsWithNode().ask];
    announce(practice, false);
    announce(real, true);

    expect([count(practice), count(real)]).toEqual([1, 0]);
  });

  it('is moved and called off', () => {
    const { ask } = ecsWithNode();
    const EventId = announce(ask, true);
    ask('ModifySystemEventAttribute', { ...I1, EventId, NotBefore: '2026-03-02T09:00:00Z' });
    expect(
      at(ask('DescribeInstanceHistoryEvents', I1), 'InstanceSystemEventSet.InstanceSystemEventType.0'),
    ).toMatchObject({ EventId, NotBefore: '2026-03-02T09:00:00Z', EventCycleStatus: { Name: 'Scheduled' } });

    ask('CancelSimulatedSystemEvents', { EventId: [EventId] });

    expect(
      refusalOf(() => ask('ModifySystemEventAttribute', { ...I1, EventId, NotBefore: '2026-03-03T09:00:00Z' })),
    ).toBe('403 IncorrectEventStatus');
  });
});

describe('what is refused', () => {
  const G = { SecurityGroupId: 'sg-1' };
  it.each([
    ['StopInstance', { InstanceId: 'i-x' }, '404 InvalidInstanceId.NotFound'],
    ['StartInstance', I1, '403 IncorrectInstanceStatus'],
    ['DeleteInstances', { InstanceId: ['i-paid'], Force: true }, '403 ChargeTypeViolation'],
    ['DeleteInstances', { InstanceId: ['i-1'], Force: true, DryRun: true }, '400 DryRunOperation'],
    [
      'ModifyInstanceAutoReleaseTime',
      { InstanceId: 'i-paid', AutoReleaseTime: '2027-01-01T00:00:00Z' },
      '403 ChargeTypeViolation',
    ],
    [
      'ModifyInstanceAutoReleaseTime',
      { ...I1, AutoReleaseTime: '2026-03-01T08:10:00Z' },
      '400 InvalidAutoReleaseTime.Malformed',
    ],
    ['ModifyInstanceAutoRenewAttribute', { ...I1, AutoRenew: true }, '403 ChargeTypeViolation'],
    ['ModifyInstanceAttribute', { ...I1, DeletionProtection: 'perhaps' }, '400 InvalidParameter'],
    ['ModifyInstanceAttribute', { ...I1, SecurityGroupIds: ['sg-x'] }, '404 InvalidSecurityGroupId.NotFound'],
    ['DescribeInstanceAutoRenewAttribute', I1, '403 ChargeTypeViolation'],
    ['JoinSecurityGroup', { ...I1, ...G }, '403 InvalidInstanceId.AlreadyExists'],
    ['LeaveSecurityGroup', { ...I1, ...G }, '403 InstanceLastSecurityGroup'],
    ['LeaveSecurityGroup', { ...I1, SecurityGroupId: 'sg-2' }, '403 InstanceNotInSecurityGroup'],
    ['DeleteSecurityGroup', G, '403 DependencyViolation'],
    ['AuthorizeSecurityGroup', { ...G, IpProtocol: 'tcp', PortRange: '1/2' }, '400 MissingParameter'],
    [
      'AuthorizeSecurityGroup',
      { ...G, IpProtocol: 'tcp', PortRange: 'ssh', SourceCidrIp: '::' },
      '400 InvalidParameter',
    ],
    [
      'AuthorizeSecurityGroup',
      { ...G, IpProtocol: 'tcp', PortRange: '1/2', SourceGroupId: 'sg-x' },
      '404 InvalidSourceGroupId.NotFound',
    ],
    ['RevokeSecurityGroup', { ...G, SecurityGroupRuleId: ['sgr-x'] }, '404 InvalidSecurityGroupRuleId.NotFound'],
    ['RevokeSecurityGroupEgress', { ...G, SecurityGroupRuleId: ['sgr-1'] }, '404 InvalidSecurityGroupRuleId.NotFound'],
    ['ModifySecurityGroupRule', { ...G, SecurityGroupRuleId: 'sgr-x' }, '404 InvalidSecurityGroupRuleId.NotFound'],
    [
      'DetachNetworkInterface',
      { NetworkInterfaceId: 'eni-1', ...I1 },
      '400 InvalidOperation.DetachPrimaryEniNotAllowed',
    ],
    [
      'AssignPrivateIpAddresses',
      { NetworkInterfaceId: 'eni-pod', PrivateIpAddress: ['10.0.0.1'] },
      '400 InvalidIp.IpAssigned',
    ],
    ['DeleteDisk', { DiskId: 'd-1' }, '403 IncorrectDiskStatus'],
    ['DetachDisk', { DiskId: 'd-pv', ...I1 }, '403 DependencyViolation'],
    ['ResizeDisk', { DiskId: 'd-pv', NewSize: 10 }, '403 InvalidSize.TooSmall'],
    ['ReInitDisk', { DiskId: 'd-1' }, '403 IncorrectInstanceStatus'],
    ['DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: 'eni-x' }, '404 InvalidEniId.NotFound'],
    ['DescribeInstances', { PageSize: 101 }, '400 InvalidParameter'],
    ['InvokeCommand', { CommandId: 'c-x', InstanceId: ['i-1'] }, '404 InvalidCommandId.NotFound'],
    ['RemoveTags', { ResourceType: 'eni', ResourceId: 'eni-x', Tag: [{ Key: 'a' }] }, '404 InvalidEniId.NotFound'],
  ] as const)('%s %j: %s', (action, params, refusal) => {
    const { ask } = ecsWithNode();

    expect(refusalOf(() => ask(action, params))).toBe(refusal);
  });

  it('a protected instance is released only after its protection is off', () => {
    const { ask } = ecsWithNode();
    ask('ModifyInstanceAttribute', { ...I1, DeletionProtection: true });
    expect(refusalOf(() => ask('DeleteInstance', { ...I1, Force: true }))).toBe(
      '403 InvalidOperation.DeletionProtection',
    );

    ask('ModifyInstanceAttribute', { ...I1, DeletionProtection: false });

    expect(refusalOf(() => ask('DeleteInstance', { ...I1, Force: true }))).toBe('none');
  });

  it('nothing is released when one of several cannot be', () => {
    const { ask, ecs } = ecsWithNode();

    expect(refusalOf(() => ask('DeleteInstances', { InstanceId: ['i-1', 'i-paid'], Force: true }))).toBe(
      '403 ChargeTypeViolation',
    );

    expect(ecs.instances.get('i-1')?.Status).toBe('Running');
  });

  it('a group that the cloud manages is not changed', () => {
    const { ask } = ecsWithNode();
    const { SecurityGroupId } = ask('CreateSecurityGroup', { VpcId: 'vpc-1', ServiceManaged: true });

    const drop = () => ask('ModifySecurityGroupPolicy', { SecurityGroupId, InnerAccessPolicy: 'Drop' });

    expect(refusalOf(drop)).toBe('403 InvalidOperation.ResourceManagedByCloudProduct');
  });
});

describe('the record of a call', () => {
  it.each([
    ['DeleteInstances', { InstanceId: ['i-1', 'i-2'] }, {}, { 'ACS::ECS::Instance': ['i-1', 'i-2'] }],
    [
      'JoinSecurityGroup',
      { NetworkInterfaceId: 'eni-1', SecurityGroupId: 'sg-1' },
      {},
      { 'ACS::ECS::SecurityGroup': ['sg-1'], 'ACS::ECS::NetworkInterface': ['eni-1'] },
    ],
    [
      'RunInstances',
      { VSwitchId: 'vsw-1' },
      { InstanceIdSets: { InstanceIdSet: ['i-9'] } },
      { 'ACS::ECS::Instance': ['i-9'], 'ACS::VPC::VSwitch': ['vsw-1'] },
    ],
    ['RunInstances', {}, {}, {}],
    [
      'CreateNetworkInterface',
      { VSwitchId: 'vsw-1' },
      { NetworkInterfaceId: 'eni-9' },
      { 'ACS::ECS::NetworkInterface': ['eni-9'], 'ACS::VPC::VSwitch': ['vsw-1'] },
    ],
    ['AddTags', { ResourceType: 'eni', ResourceId: 'eni-1' }, {}, { 'ACS::ECS::NetworkInterface': ['eni-1'] }],
    ['ModifyInstanceChargeType', { InstanceIds: '["i-1"]' }, {}, { 'ACS::ECS::Instance': ['i-1'] }],
  ] as const)('%s %j names what it touches', (action, params, answer, expected) => {
    expect(referencesOf(ecsWithNode().product, action, params, answer)).toEqual(expected);
  });
});
