import type { OperationTable } from '../../model/operation.ts';
import { names } from '../names.ts';
import { ADJACENT, on, type More } from '../touch.ts';
import { membersOfGroups } from './members-of-groups.ts';
import { policies } from './policies.ts';

const group = on('ess.scaling-group', 'ScalingGroupId');
/** A tag or resource-group call names the group as a resource. */
const named = on('ess.scaling-group', 'ResourceId', 'ResourceIds');
const conditional = { strength: 'conditional' } as const satisfies More;
const loadBalancers = group('load-balancers-changed');
const switched = group('scaling-switched', { value: ['Process', 'Processes'] });
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

/** What each write of ActionTrail's service Ess does, and to which resource. */
export const ess: OperationTable = {
  service: 'Ess',
  versions: ['2014-08-28', '2022-02-22'],
  actions: {
    ...membersOfGroups,
    ...policies,
    ApplyScalingGroup: (['bounds-changed', 'capacity-changed', 'attribute-changed'] as const).map((effect) =>
      on('ess.scaling-group', 'Content.ScalingGroupId')(effect, { ...conditional, value: ['Content'] }),
    ),
    AttachAlbServerGroups: [loadBalancers],
    AttachDBInstances: [group('attribute-changed', ADJACENT)],
    AttachLoadBalancers: [loadBalancers],
    AttachServerGroups: [loadBalancers],
    AttachVServerGroups: [loadBalancers],
    ChangeResourceGroup: [named('resource-group-changed', ADJACENT)],
    CreateScalingGroup: [on('ess.scaling-group', 'response.ScalingGroupId')('created')],
    DeleteScalingGroup: [
      group('deleted'),
      group('members-released', { ...conditional, when: { equals: ['ForceDelete', 'true'] } }),
    ],
    DetachAlbServerGroups: [loadBalancers],
    DetachDBInstances: [group('attribute-changed', ADJACENT)],
    DetachLoadBalancers: [loadBalancers],
    DetachServerGroups: [loadBalancers],
    DetachVServerGroups: [loadBalancers],
    DisableScalingGroup: [switched],
    EnableScalingGroup: [switched],
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
    ResumeProcesses: [switched],
    ScaleWithAdjustment: [group('capacity-changed', { value: ['AdjustmentType', 'AdjustmentValue'] })],
    SetGroupDeletionProtection: [
      group('delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['GroupDeletionProtection', 'false'] },
      }),
    ],
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
