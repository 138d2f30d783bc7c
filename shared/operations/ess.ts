import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { ADJACENT, on, type More } from './touch.ts';

const group = on('ess.scaling-group', 'ScalingGroupId');
/** A tag or resource-group call names the group as a resource. */
const named = on('ess.scaling-group', 'ResourceId', 'ResourceIds');
/** Older calls say `InstanceId.N`, newer ones `InstanceIds.N`. */
const members = on('ecs.instance', 'InstanceId', 'InstanceIds');
const rule = on('ess.scaling-rule', 'ScalingRuleId');
const alarm = on('ess.alarm', 'AlarmTaskId');
const hook = on('ess.lifecycle-hook', 'LifecycleHookId');
const configuration = on('ess.scaling-configuration', 'ScalingConfigurationId');
const conditional = { strength: 'conditional' } as const satisfies More;

/** What ESS takes an instance out of a pool for, seen from the group: it has fewer members than somebody wants. */
const fewer = group('capacity-changed', { value: ['DecreaseDesiredCapacity'] });
const loadBalancers = group('load-balancers-changed');
const switched = group('scaling-switched', { value: ['Process', 'Processes'] });
const standby = [members('standby-changed'), group('scaling-switched')];
const otherField = [
  'VSwitchIds',
  'VSwitchId',
  'ScalingPolicy',
  'HealthCheckType',
  'ActiveScalingConfigurationId',
  'LaunchTemplateId',
  'LaunchTemplateOverride',
  'MultiAZPolicy',
  'ScalingGroupName',
  'MaxInstanceLifetime',
  'RemovalPolicy',
  'DefaultCooldown',
  'SpotInstanceRemedy',
  'CompensateWithOnDemand',
] as const;

/** A task that rewrites the bounds later, with no event of its own, or runs a rule beside the autoscaler. */
const scheduled = [
  group('bounds-changed', {
    ...conditional,
    value: ['MinValue', 'MaxValue'],
    when: { any: [{ present: 'MinValue' }, { present: 'MaxValue' }] },
  }),
  group('capacity-changed', { ...conditional, value: ['DesiredCapacity', 'LaunchTime', 'RecurrenceType'] }),
  on('ess.scaling-rule', 'arn:ScheduledAction')('capacity-changed', { ...conditional, value: ['LaunchTime'] }),
];

/** What each write of ActionTrail's service Ess does, and to which resource. */
export const ess: OperationTable = {
  service: 'Ess',
  versions: ['2014-08-28', '2022-02-22'],
  actions: {
    ApplyEciScalingConfiguration: [group('launch-configuration-changed', ADJACENT)],
    ApplyScalingGroup: (['bounds-changed', 'capacity-changed', 'attribute-changed'] as const).map((effect) =>
      on('ess.scaling-group', 'Content.ScalingGroupId')(effect, { ...conditional, value: ['Content'] }),
    ),
    AttachAlbServerGroups: [loadBalancers],
    AttachDBInstances: [group('attribute-changed', ADJACENT)],
    AttachInstances: [group('members-added', { value: ['InstanceId', 'InstanceIds'] })],
    AttachLoadBalancers: [loadBalancers],
    AttachServerGroups: [loadBalancers],
    AttachVServerGroups: [loadBalancers],
    CancelInstanceRefresh: [group('attribute-changed', ADJACENT)],
    ChangeResourceGroup: [named('resource-group-changed', ADJACENT)],
    CompleteLifecycleAction: [hook('lifecycle-hooks-changed', ADJACENT)],
    CreateAlarm: [group('scaling-policy-changed', ADJACENT), on('ess.alarm', 'response.AlarmTaskId')('created')],
    CreateEciScalingConfiguration: [group('launch-configuration-changed', ADJACENT)],
    CreateLifecycleHook: [
      group('lifecycle-hooks-changed', { ...ADJACENT, value: ['LifecycleTransition', 'DefaultResult'] }),
      on('ess.lifecycle-hook', 'response.LifecycleHookId')('created'),
    ],
    CreateScalingConfiguration: [
      group('launch-configuration-changed', { ...ADJACENT, value: ['ImageId', 'InstanceType', 'SecurityGroupId'] }),
      on('ess.scaling-configuration', 'response.ScalingConfigurationId')('created'),
    ],
    CreateScalingGroup: [on('ess.scaling-group', 'response.ScalingGroupId')('created')],
    CreateScalingRule: [
      group('scaling-policy-changed', { ...ADJACENT, value: ['AdjustmentType', 'AdjustmentValue', 'TargetValue'] }),
      on('ess.scaling-rule', 'response.ScalingRuleId')('created'),
    ],
    CreateScheduledTask: [...scheduled, on('ess.scheduled-task', 'response.ScheduledTaskId')('created')],
    DeactivateScalingConfiguration: [configuration('launch-configuration-changed')],
    DeleteAlarm: [alarm('scaling-policy-changed', ADJACENT)],
    DeleteEciScalingConfiguration: [configuration('launch-configuration-changed', ADJACENT)],
    DeleteLifecycleHook: [group('lifecycle-hooks-changed', ADJACENT), hook('lifecycle-hooks-changed', ADJACENT)],
    DeleteScalingConfiguration: [configuration('launch-configuration-changed')],
    DeleteScalingGroup: [
      group('deleted'),
      group('members-released', { ...conditional, when: { equals: ['ForceDelete', 'true'] } }),
    ],
    DeleteScalingRule: [rule('scaling-policy-changed', ADJACENT)],
    DeleteScheduledTask: [on('ess.scheduled-task', 'ScheduledTaskId')('attribute-changed', ADJACENT)],
    DetachAlbServerGroups: [loadBalancers],
    DetachDBInstances: [group('attribute-changed', ADJACENT)],
    DetachInstances: [members('detached'), fewer],
    DetachLoadBalancers: [loadBalancers],
    DetachServerGroups: [loadBalancers],
    DetachVServerGroups: [loadBalancers],
    DisableAlarm: [alarm('scaling-policy-changed', ADJACENT)],
    DisableScalingGroup: [switched],
    EnableAlarm: [alarm('scaling-policy-changed', ADJACENT)],
    EnableScalingGroup: [switched],
    EnterStandby: standby,
    ExecuteScalingRule: [on('ess.scaling-rule', 'arn:ScalingRuleAri')('capacity-changed')],
    ExitStandby: standby,
    ModifyAlarm: [alarm('scaling-policy-changed', ADJACENT)],
    ModifyEciScalingConfiguration: [configuration('launch-configuration-changed', ADJACENT)],
    ModifyInstanceAttribute: [members('protection-changed', { ...ADJACENT, value: ['Entrusted'] })],
    ModifyLifecycleHook: [group('lifecycle-hooks-changed', ADJACENT), hook('lifecycle-hooks-changed', ADJACENT)],
    ModifyScalingConfiguration: [configuration('launch-configuration-changed')],
    ModifyScalingGroup: [
      group('bounds-changed', {
        ...conditional,
        value: ['MinSize', 'MaxSize'],
        when: { any: [{ present: 'MinSize' }, { present: 'MaxSize' }] },
      }),
      group('capacity-changed', {
        ...conditional,
        value: ['DesiredCapacity', 'DisableDesiredCapacity'],
        when: { any: [{ present: 'DesiredCapacity' }, { present: 'DisableDesiredCapacity' }] },
      }),
      group('attribute-changed', {
        ...conditional,
        value: otherField,
        when: { any: otherField.map((field) => ({ present: field })) },
      }),
      group('delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['GroupDeletionProtection', 'false'] },
      }),
    ],
    ModifyScalingRule: [rule('scaling-policy-changed', ADJACENT)],
    ModifyScheduledTask: [
      ...scheduled,
      on('ess.scheduled-task', 'ScheduledTaskId')('bounds-changed', {
        ...conditional,
        value: ['MinValue', 'MaxValue'],
        when: { any: [{ present: 'MinValue' }, { present: 'MaxValue' }] },
      }),
    ],
    RebalanceInstances: [group('members-replaced')],
    RecordLifecycleActionHeartbeat: [hook('lifecycle-hooks-changed', ADJACENT)],
    RemoveInstances: [members('removed'), fewer],
    ResumeInstanceRefresh: [group('attribute-changed', ADJACENT)],
    ResumeProcesses: [switched],
    RollbackInstanceRefresh: [group('members-reimaged')],
    ScaleWithAdjustment: [group('capacity-changed', { value: ['AdjustmentType', 'AdjustmentValue'] })],
    SetGroupDeletionProtection: [
      group('delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['GroupDeletionProtection', 'false'] },
      }),
    ],
    SetInstanceHealth: [
      members('health-changed', {
        ...conditional,
        value: ['HealthStatus'],
        when: { equals: ['HealthStatus', 'Unhealthy'] },
      }),
    ],
    SetInstancesProtection: [members('protection-changed', { ...ADJACENT, value: ['ProtectedFromScaleIn'] })],
    StartInstanceRefresh: [group('members-reimaged')],
    SuspendInstanceRefresh: [group('attribute-changed', ADJACENT)],
    SuspendProcesses: [switched],
    TagResources: [named('tags-changed', ADJACENT)],
    UntagResources: [named('tags-changed', ADJACENT)],
  },
  ignored: names(`
    CreateDiagnoseReport CreateNotificationConfiguration DeleteDiagnoseReport DeleteNotificationConfiguration
    ModifyAlertConfiguration ModifyNotificationConfiguration
  `),
  fallback: [group('unknown-change', ADJACENT)],
};
