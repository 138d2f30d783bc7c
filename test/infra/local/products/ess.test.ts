import { describe, expect, it } from 'vitest';
import type { OwnCall, ServiceActor } from '../../../../infra/local/cloud/api.ts';
import { anInstance, place } from '../../../../infra/local/cloud/ecs/defaults.ts';
import { aSecurityGroup } from '../../../../infra/local/cloud/ecs/firewall-defaults.ts';
import { createEcsState } from '../../../../infra/local/cloud/ecs/state.ts';
import { aScalingConfiguration, aScalingGroup, aScalingInstance } from '../../../../infra/local/cloud/ess/defaults.ts';
import { essProduct } from '../../../../infra/local/cloud/ess/product.ts';
import { createEssState } from '../../../../infra/local/cloud/ess/state.ts';
import { type Ask, asking, NOW, referencesOf, refusalOf } from './ask.ts';

const RegionId = 'cn-hangzhou';
const ScalingGroupId = 'asg-1';
const G = { ScalingGroupId };
const after = (seconds: number) => ({ now: new Date(NOW.getTime() + seconds * 1000) });
const modern = { version: '2022-02-22' };

/** A group of two instances that it started itself and one that was attached to it. */
function essWithGroup() {
  const ess = createEssState();
  const ecs = createEcsState();
  const followed: (readonly [ServiceActor, OwnCall])[] = [];
  ecs.securityGroups.set('sg-1', aSecurityGroup({ SecurityGroupId: 'sg-1', RegionId, VpcId: 'vpc-1' }));
  ess.scalingGroups.set(
    ScalingGroupId,
    aScalingGroup({ ...G, RegionId, VSwitchIds: ['vsw-1'], ActiveScalingConfigurationId: 'asc-1', DesiredCapacity: 3 }),
  );
  ess.scalingConfigurations.set(
    'asc-1',
    aScalingConfiguration({ ...G, ScalingConfigurationId: 'asc-1', SecurityGroupIds: ['sg-1'] }),
  );
  for (const [n, CreationType] of ['AutoCreated', 'AutoCreated', 'Attached'].entries()) {
    const InstanceId = `i-${n + 1}`;
    const where = { RegionId, VpcId: 'vpc-1', VSwitchId: 'vsw-1', SecurityGroupIds: ['sg-1'] };
    place(ecs, anInstance({ ...where, InstanceId, PrivateIpAddress: `10.0.0.${n + 1}` }));
    const type = CreationType === 'Attached' ? 'Attached' : 'AutoCreated';
    ess.scalingInstances.set(InstanceId, aScalingInstance({ ...G, InstanceId, CreationType: type }));
  }
  const product = essProduct(ess, ecs);
  const followUp = (actor: ServiceActor, call: OwnCall): void => void followed.push([actor, call]);
  return { ess, ecs, product, ask: asking(product), followed, following: asking(essProduct(ess, ecs, followUp)) };
}

function group(ask: Ask, seconds = 0): Record<string, unknown> | undefined {
  const answer = ask('DescribeScalingGroups', { ScalingGroupId: [ScalingGroupId] }, after(seconds));
  return (answer['ScalingGroups'] as { ScalingGroup: Record<string, unknown>[] }).ScalingGroup[0];
}

function members(ask: Ask, seconds = 0): string[] {
  const answer = ask('DescribeScalingInstances', G, after(seconds));
  const list = (answer['ScalingInstances'] as { ScalingInstance: { InstanceId: string; LifecycleState: string }[] })
    .ScalingInstance;
  return list.map((each) => `${each.InstanceId} ${each.LifecycleState}`);
}

describe('a write is read back', () => {
  it.each([
    [
      'ModifyScalingGroup',
      { MinSize: 1, MaxSize: 5, ScalingGroupName: 'n' },
      { MinSize: 1, MaxSize: 5, ScalingGroupName: 'n' },
    ],
    [
      'ModifyScalingGroup',
      { HealthCheckType: 'ECS', ScalingPolicy: 'recycle', DefaultCooldown: 5, MaxInstanceLifetime: 86_400 },
      { HealthCheckType: 'ECS', ScalingPolicy: 'recycle', DefaultCooldown: 5, MaxInstanceLifetime: 86_400 },
    ],
    [
      'ModifyScalingGroup',
      { VSwitchIds: ['vsw-2', 'vsw-3'], RemovalPolicy: ['NewestInstance'] },
      { VSwitchIds: { VSwitchId: ['vsw-2', 'vsw-3'] }, RemovalPolicies: { RemovalPolicy: ['NewestInstance'] } },
    ],
    ['ModifyScalingGroup', { GroupDeletionProtection: true }, { GroupDeletionProtection: true }],
    ['SetGroupDeletionProtection', { GroupDeletionProtection: true }, { GroupDeletionProtection: true }],
    ['DisableScalingGroup', {}, { LifecycleState: 'Inactive' }],
    ['SuspendProcesses', { Process: ['ScaleOut'] }, { SuspendedProcesses: { SuspendedProcess: ['ScaleOut'] } }],
    ['AttachLoadBalancers', { LoadBalancer: ['lb-1'] }, { LoadBalancerIds: { LoadBalancerId: ['lb-1'] } }],
    [
      'AttachVServerGroups',
      {
        VServerGroup: [
          { LoadBalancerId: 'lb-1', VServerGroupAttribute: [{ VServerGroupId: 'rsp-1', Port: 80, Weight: 10 }] },
        ],
      },
      {
        VServerGroups: {
          VServerGroup: [
            {
              LoadBalancerId: 'lb-1',
              VServerGroupAttributes: { VServerGroupAttribute: [{ VServerGroupId: 'rsp-1', Port: 80, Weight: 10 }] },
            },
          ],
        },
      },
    ],
    [
      'AttachServerGroups',
      { ServerGroup: [{ ServerGroupId: 'sgp-1', Type: 'NLB', Port: 80, Weight: 10 }] },
      { ServerGroups: { ServerGroup: [{ ServerGroupId: 'sgp-1', Type: 'NLB', Port: 80, Weight: 10 }] } },
    ],
    [
      'TagResources',
      { ResourceType: 'scalinggroup', ResourceId: [ScalingGroupId], Tag: [{ Key: 'a', Value: 'b' }] },
      { Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] } },
    ],
  ] as const)('%s %j', (action, params, expected) => {
    const { ask } = essWithGroup();

    ask(action, { ...G, ...params });

    expect(group(ask)).toMatchObject(expected);
  });

  it('what is attached is taken away again', () => {
    const { ask } = essWithGroup();
    const VServerGroup = [{ LoadBalancerId: 'lb-1', VServerGroupAttribute: [{ VServerGroupId: 'rsp-1', Port: 80 }] }];
    for (const verb of ['Attach', 'Detach']) {
      ask(`${verb}LoadBalancers`, { ...G, LoadBalancer: ['lb-1'] });
      ask(`${verb}VServerGroups`, { ...G, VServerGroup });
      ask(`${verb}AlbServerGroups`, { ...G, AlbServerGroup: [{ AlbServerGroupId: 'a', Port: 80 }] });
      ask(`${verb}ServerGroups`, { ...G, ServerGroup: [{ ServerGroupId: 's', Port: 80 }] });
    }

    expect(group(ask)).toMatchObject({
      LoadBalancerIds: { LoadBalancerId: [] },
      VServerGroups: { VServerGroup: [] },
      AlbServerGroups: { AlbServerGroup: [] },
      ServerGroups: { ServerGroup: [] },
    });
  });
});

describe('the members of a group', () => {
  it('that it started are released when they are removed, the others live on', () => {
    const { ask, ecs, ess } = essWithGroup();

    const { ScalingActivityId } = ask('RemoveInstances', { ...G, InstanceId: ['i-1', 'i-3'] });

    expect(members(ask)).toEqual(['i-1 Removing', 'i-2 InService']);
    expect(members(ask, 4)).toEqual(['i-2 InService']);
    expect([...ecs.instances.keys()]).toEqual(['i-2', 'i-3']);
    expect(ess.scalingGroups.get(ScalingGroupId)?.DesiredCapacity).toBe(1);
    expect(ask('DescribeScalingActivities', G)).toMatchObject({
      ScalingActivities: {
        ScalingActivity: [{ ScalingActivityId, StatusCode: 'Successful', ScalingInstanceNumber: 2 }],
      },
    });
  });

  it('are released by a call of Auto Scaling itself where the calls are followed', () => {
    const { following, followed } = essWithGroup();

    following('RemoveInstances', { ...G, InstanceId: ['i-1'] });

    const params = { 'InstanceId.1': 'i-1', Force: 'true', TerminateSubscription: 'true' };
    expect(followed).toEqual([
      ['autoscaling', { product: 'ecs', action: 'DeleteInstances', region: RegionId, params }],
    ]);
  });

  it('are detached and attached again, and live on', () => {
    const { ask, ecs } = essWithGroup();

    ask('DetachInstances', { ...G, InstanceId: ['i-1'] });
    expect(members(ask)).toEqual(['i-2 InService', 'i-3 InService']);
    ask('AttachInstances', { ...G, InstanceId: ['i-1'] });

    expect(members(ask)).toContain('i-1 InService');
    expect(ecs.instances.size).toBe(3);
  });

  it('stand by, are protected, fall ill', () => {
    const { ask, ess } = essWithGroup();

    ask('EnterStandby', { ...G, InstanceId: ['i-1'] });
    ask('SetInstancesProtection', { ...G, InstanceId: ['i-2'], ProtectedFromScaleIn: true });
    ask('SetInstanceHealth', { InstanceId: 'i-3', HealthStatus: 'Unhealthy' });

    expect(members(ask)).toEqual(['i-1 Standby', 'i-2 Protected', 'i-3 InService']);
    expect(group(ask)).toMatchObject({ TotalCapacity: 3, ActiveCapacity: 1, StandbyCapacity: 1, ProtectedCapacity: 1 });
    expect(ess.scalingInstances.get('i-3')?.HealthStatus).toBe('Unhealthy');
  });

  it('are forgotten when their instance is released elsewhere', () => {
    const { ask, ecs } = essWithGroup();

    ecs.released.set('i-2', NOW);

    expect(members(ask)).toEqual(['i-1 InService', 'i-3 InService']);
  });
});

describe('a group follows its bounds', () => {
  it('down: what is too much is released, but nothing that is protected', () => {
    const { ask } = essWithGroup();
    ask('SetInstancesProtection', { ...G, InstanceId: ['i-1'], ProtectedFromScaleIn: true });

    ask('ModifyScalingGroup', { ...G, MaxSize: 1, DesiredCapacity: 1 });

    expect(members(ask)).toEqual(['i-1 Protected', 'i-2 Removing']);
  });

  it('up: what is missing is started, as the configuration says', () => {
    const { ask, ecs } = essWithGroup();

    ask('ModifyScalingGroup', { ...G, DesiredCapacity: 5 });

    const made = [...ecs.instances.values()].slice(3);
    expect(made).toHaveLength(2);
    expect(made[0]).toMatchObject({
      Status: 'Pending',
      VSwitchId: 'vsw-1',
      SecurityGroupIds: ['sg-1'],
      Tags: [{ TagKey: 'acs:autoscaling:scalingGroupId', TagValue: ScalingGroupId }],
    });
    expect(group(ask)).toMatchObject({ DesiredCapacity: 5, TotalCapacity: 5 });
  });

  it.each([
    ['QuantityChangeInCapacity', -1, 2],
    ['TotalCapacity', 4, 4],
    ['PercentChangeInCapacity', 100, 6],
    ['QuantityChangeInCapacity', 9000, 8],
  ])('%s by %s', (AdjustmentType, AdjustmentValue, expected) => {
    const { ask } = essWithGroup();
    ask('ModifyScalingGroup', { ...G, MaxSize: 8 });

    ask('ScaleWithAdjustment', { ...G, AdjustmentType, AdjustmentValue });

    expect(group(ask, 5)).toMatchObject({ TotalCapacity: expected, DesiredCapacity: expected });
  });

  it('by a rule', () => {
    const { ask } = essWithGroup();
    const rule = ask('CreateScalingRule', { ...G, AdjustmentType: 'TotalCapacity', AdjustmentValue: 2 });
    ask('ModifyScalingRule', { ScalingRuleId: rule['ScalingRuleId'], AdjustmentValue: 4 });

    ask('ExecuteScalingRule', { ScalingRuleAri: rule['ScalingRuleAri'] });

    expect(group(ask)).toMatchObject({ TotalCapacity: 4 });
    expect(ask('DescribeScalingRules', G)).toMatchObject({
      ScalingRules: { ScalingRule: [{ ...rule, AdjustmentValue: 4 }] },
    });
    ask('DeleteScalingRule', { ScalingRuleId: rule['ScalingRuleId'] });
    expect(ask('DescribeScalingRules', G)['TotalCount']).toBe(0);
  });

  it('not while the process is suspended', () => {
    const { ask } = essWithGroup();
    ask('SuspendProcesses', { ...G, Process: ['ScaleIn'] });

    ask('ModifyScalingGroup', { ...G, DesiredCapacity: 0 });

    expect(members(ask)).toHaveLength(3);
  });
});

describe('a group renews its instances', () => {
  const systemDisks = (ecs: ReturnType<typeof essWithGroup>['ecs']) =>
    [...ecs.disks.values()].map((disk) => `${disk.InstanceId} ${disk.ImageId}`).toSorted();

  it('in a refresh: each gets a system disk with the new image, and the old one back', () => {
    const { ask, ecs } = essWithGroup();
    const before = systemDisks(ecs);

    const { InstanceRefreshTaskId } = ask('StartInstanceRefresh', { ...G, DesiredConfiguration: { ImageId: 'new' } });

    expect(systemDisks(ecs)).toEqual(['i-1 new', 'i-2 new', 'i-3 new']);
    expect(ask('DescribeInstanceRefreshes', G)).toMatchObject({
      InstanceRefreshTasks: [
        {
          InstanceRefreshTaskId,
          Status: 'InProgress',
          TotalNeedUpdateCapacity: 3,
          DesiredConfiguration: { ImageId: 'new' },
        },
      ],
    });
    expect(refusalOf(() => ask('ResumeInstanceRefresh', { ...G, InstanceRefreshTaskId }))).toBe(
      '400 IncorrectInstanceRefreshTaskStatus',
    );
    ask('RollbackInstanceRefresh', { ...G, InstanceRefreshTaskId });
    expect(systemDisks(ecs)).toEqual(before);
  });

  it('in a rebalance: a new one comes for the oldest', () => {
    const { ask } = essWithGroup();

    ask('RebalanceInstances', G);

    const seen = members(ask, 5);
    expect(seen).toHaveLength(3);
    expect(seen.filter((each) => each.startsWith('i-1 '))).toEqual([]);
  });
});

describe('a group is deleted', () => {
  it('only without protection, and with instances in it only by force', () => {
    const { ask, ecs } = essWithGroup();
    ask('SetGroupDeletionProtection', { ...G, GroupDeletionProtection: true });
    const byForce = { ...G, ForceDelete: true };
    expect(refusalOf(() => ask('DeleteScalingGroup', byForce))).toBe('400 OperationDenied.GroupDeletionProtection');
    ask('SetGroupDeletionProtection', { ...G, GroupDeletionProtection: false });
    expect(refusalOf(() => ask('DeleteScalingGroup', G))).toBe('400 InstanceInUse');

    ask('DeleteScalingGroup', byForce);

    expect(group(ask)).toMatchObject({ LifecycleState: 'Deleting' });
    expect(group(ask, 4)).toBeUndefined();
    expect([...ecs.instances.keys()]).toEqual(['i-3']);
  });
});

describe('a scheduled task', () => {
  it('is created, changed, listed by group and deleted', () => {
    const { ask } = essWithGroup();
    const { ScheduledTaskId } = ask('CreateScheduledTask', {
      ...G,
      LaunchTime: '2026-04-01T00:00Z',
      MinValue: 0,
      MaxValue: 0,
    });

    ask('ModifyScheduledTask', {
      ScheduledTaskId,
      MaxValue: 9,
      TaskEnabled: false,
      RecurrenceType: 'Daily',
      RecurrenceValue: '1',
    });

    expect(ask('DescribeScheduledTasks', G)).toMatchObject({
      TotalCount: 1,
      ScheduledTasks: {
        ScheduledTask: [
          {
            ScheduledTaskId,
            ...G,
            MinValue: 0,
            MaxValue: 9,
            TaskEnabled: false,
            RecurrenceType: 'Daily',
            RecurrenceValue: '1',
          },
        ],
      },
    });
    ask('DeleteScheduledTask', { ScheduledTaskId });
    expect(ask('DescribeScheduledTasks', G)['TotalCount']).toBe(0);
  });
});

describe('configurations and hooks', () => {
  it('a configuration is created, changed, switched to, and not deleted while it is active', () => {
    const { ask } = essWithGroup();
    const { ScalingConfigurationId } = ask('CreateScalingConfiguration', {
      ...G,
      ImageId: 'm',
      InstanceTypes: ['ecs.g7.large'],
      SecurityGroupId: 'sg-1',
    });
    const id = { ScalingConfigurationId };
    ask('ModifyScalingConfiguration', { ...id, UserData: 'ZWNobw==' });
    ask('EnableScalingGroup', { ...G, ActiveScalingConfigurationId: ScalingConfigurationId });

    expect(refusalOf(() => ask('DeleteScalingConfiguration', id))).toBe(
      '400 IncorrectScalingConfigurationLifecycleState',
    );
    expect(ask('DescribeScalingConfigurations', { ScalingConfigurationId: [ScalingConfigurationId] })).toMatchObject({
      ScalingConfigurations: {
        ScalingConfiguration: [
          {
            ...id,
            ImageId: 'm',
            UserData: 'ZWNobw==',
            InstanceTypes: { InstanceType: ['ecs.g7.large'] },
            SecurityGroupId: 'sg-1',
          },
        ],
      },
    });
  });

  it('a hook is created, changed by its name and deleted', () => {
    const { ask } = essWithGroup();
    const { LifecycleHookId } = ask('CreateLifecycleHook', {
      ...G,
      LifecycleHookName: 'drain',
      LifecycleTransition: 'SCALE_IN',
    });

    ask('ModifyLifecycleHook', { ...G, LifecycleHookName: 'drain', HeartbeatTimeout: 30 });

    expect(ask('DescribeLifecycleHooks', G)).toMatchObject({
      LifecycleHooks: { LifecycleHook: [{ LifecycleHookId, HeartbeatTimeout: 30, DefaultResult: 'CONTINUE' }] },
    });
    ask('DeleteLifecycleHook', { LifecycleHookId });
    expect(ask('DescribeLifecycleHooks', G)['TotalCount']).toBe(0);
  });
});

describe('2022-02-22', () => {
  it('names lists otherwise and answers without wrappers', () => {
    const { ask } = essWithGroup();

    const groups = ask('DescribeScalingGroups', { ScalingGroupIds: [ScalingGroupId] }, modern);
    ask('RemoveInstances', { ...G, InstanceIds: ['i-1'] }, modern);
    const instances = ask('DescribeScalingInstances', { ...G, InstanceIds: ['i-1'] }, modern);

    expect(groups).toMatchObject({
      TotalCount: 1,
      ScalingGroups: [
        { ...G, VSwitchIds: ['vsw-1'], RemovalPolicies: ['OldestInstance', 'NewestInstance'], VServerGroups: [] },
      ],
    });
    expect(instances).toMatchObject({ ScalingInstances: [{ InstanceId: 'i-1', LifecycleState: 'Removing' }] });
  });

  it('is known by its spelling where the version is not told', () => {
    const { ask } = essWithGroup();

    expect(ask('DescribeScalingGroups', { ScalingGroupIds: [ScalingGroupId] })).toMatchObject({ ScalingGroups: [G] });
    expect(ask('DescribeScalingGroups', { ScalingGroupIds: ['asg-x'] })['TotalCount']).toBe(0);
  });
});

describe('what is refused', () => {
  it.each([
    ['ModifyScalingGroup', { ScalingGroupId: 'asg-x', MinSize: 1 }, '404 InvalidScalingGroupId.NotFound'],
    ['ModifyScalingGroup', { ...G, MinSize: 5, MaxSize: 4 }, '400 InvalidParameter.Conflict'],
    ['ModifyScalingGroup', { ...G, MaxSize: 2001 }, '400 InvalidParameter'],
    ['ModifyScalingGroup', { ...G, MinSize: 1, DesiredCapacity: 0 }, '400 InvalidParameter.Conflict'],
    ['RemoveInstances', { ...G, InstanceId: ['i-x'] }, '404 InvalidInstanceId.NotFound'],
    ['AttachInstances', { ...G, InstanceId: ['i-1'] }, '400 InvalidInstanceId.InUse'],
    ['ExecuteScalingRule', { ScalingRuleAri: 'ari:x' }, '404 InvalidScalingRuleId.NotFound'],
    ['ModifyScheduledTask', { ScheduledTaskId: 'ast-x' }, '404 InvalidScheduledTaskId.NotFound'],
    ['DeleteLifecycleHook', { LifecycleHookId: 'ash-x' }, '404 InvalidLifecycleHookId.NotExist'],
    ['DescribeScalingInstances', { ...G, PageSize: 51 }, '400 InvalidParameter'],
  ] as const)('%s %j: %s', (action, params, refusal) => {
    const { ask } = essWithGroup();

    expect(refusalOf(() => ask(action, params))).toBe(refusal);
  });

  it('removing below the minimum, and attaching beyond the maximum', () => {
    const { ask } = essWithGroup();
    ask('ModifyScalingGroup', { ...G, MinSize: 3, MaxSize: 3 });

    expect(refusalOf(() => ask('RemoveInstances', { ...G, InstanceId: ['i-1'] }))).toBe(
      '400 IncorrectCapacity.MinSize',
    );
    ask('ModifyScalingGroup', { ...G, MinSize: 2 });
    ask('DetachInstances', { ...G, InstanceId: ['i-1'] });
    ask('ModifyScalingGroup', { ...G, MaxSize: 2 });
    expect(refusalOf(() => ask('AttachInstances', { ...G, InstanceId: ['i-1'] }))).toBe(
      '400 IncorrectCapacity.MaxSize',
    );
  });

  it('scaling of a group that is disabled, until it is enabled', () => {
    const { ask } = essWithGroup();
    ask('DisableScalingGroup', G);
    expect(refusalOf(() => ask('RemoveInstances', { ...G, InstanceId: ['i-1'] }))).toBe(
      '400 IncorrectScalingGroupStatus',
    );

    ask('EnableScalingGroup', G);

    expect(refusalOf(() => ask('RemoveInstances', { ...G, InstanceId: ['i-1'] }))).toBe('none');
  });
});

describe('a listing', () => {
  it('comes in pages', () => {
    const { ask } = essWithGroup();

    const pages = [1, 2].map((PageNumber) => ask('DescribeScalingInstances', { ...G, PageNumber, PageSize: 2 }));

    expect(
      pages.map((page) => (page['ScalingInstances'] as { ScalingInstance: unknown[] }).ScalingInstance.length),
    ).toEqual([2, 1]);
    expect(pages[1]).toMatchObject({ PageNumber: 2, PageSize: 2, TotalCount: 3 });
  });
});

describe('the record of a call', () => {
  it.each([
    [
      'RemoveInstances',
      { ...G, InstanceId: ['i-1'] },
      {},
      { 'ACS::ESS::ScalingGroup': [ScalingGroupId], 'ACS::ECS::Instance': ['i-1'] },
    ],
    [
      'RemoveInstances',
      { ...G, InstanceIds: ['i-1', 'i-2'] },
      {},
      { 'ACS::ESS::ScalingGroup': [ScalingGroupId], 'ACS::ECS::Instance': ['i-1', 'i-2'] },
    ],
    ['CreateScalingGroup', {}, { ScalingGroupId: 'asg-9' }, { 'ACS::ESS::ScalingGroup': ['asg-9'] }],
    [
      'CreateScheduledTask',
      G,
      { ScheduledTaskId: 'ast-9' },
      { 'ACS::ESS::ScheduledTask': ['ast-9'], 'ACS::ESS::ScalingGroup': [ScalingGroupId] },
    ],
  ] as const)('%s %j names what it touches', (action, params, answer, expected) => {
    expect(referencesOf(essWithGroup().product, action, params, answer)).toEqual(expected);
  });

  it('a new group is inactive and has what was asked', () => {
    const { ask } = essWithGroup();

    const made = ask('CreateScalingGroup', { MinSize: 1, MaxSize: 2, VSwitchIds: ['vsw-9'], ScalingGroupName: 'n' });

    expect(ask('DescribeScalingGroups', { ScalingGroupId: [made['ScalingGroupId']] })).toMatchObject({
      ScalingGroups: {
        ScalingGroup: [
          { LifecycleState: 'Inactive', MinSize: 1, MaxSize: 2, VSwitchId: 'vsw-9', CreationTime: '2026-03-01T08:00Z' },
        ],
      },
    });
  });
});
