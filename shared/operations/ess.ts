import type { OperationTable } from '../model/operation.ts';
import { touch } from './touch.ts';

/** What each write of ActionTrail's service Ess does, and to which resource. */
export const ess: OperationTable = {
  service: 'Ess',
  versions: ['2014-08-28', '2022-02-22'],
  actions: {
    ApplyScalingGroup: [
      touch('ess.scaling-group', ['Content.ScalingGroupId'], 'bounds-changed', {
        strength: 'conditional',
        value: ['Content'],
      }),
    ],
    AttachAlbServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    AttachLoadBalancers: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    AttachServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    AttachVServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    CreateScalingGroup: [touch('ess.scaling-group', ['response.ScalingGroupId'], 'created')],
    CreateScheduledTask: [
      touch('ess.scaling-group', ['ScalingGroupId'], 'bounds-changed', {
        strength: 'conditional',
        value: ['MinValue', 'MaxValue'],
        when: { any: [{ present: 'MinValue' }, { present: 'MaxValue' }] },
      }),
    ],
    DeleteScalingGroup: [
      touch('ess.scaling-group', ['ScalingGroupId'], 'deleted'),
      touch('ess.scaling-group', ['ScalingGroupId'], 'members-released', {
        strength: 'conditional',
        when: { equals: ['ForceDelete', 'true'] },
      }),
    ],
    DetachAlbServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    DetachInstances: [touch('ecs.instance', ['InstanceId', 'InstanceIds'], 'detached')],
    DetachLoadBalancers: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    DetachServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    DetachVServerGroups: [touch('ess.scaling-group', ['ScalingGroupId'], 'load-balancers-changed')],
    ModifyScalingGroup: [
      touch('ess.scaling-group', ['ScalingGroupId'], 'bounds-changed', {
        strength: 'conditional',
        value: ['MinSize', 'MaxSize'],
        when: { any: [{ present: 'MinSize' }, { present: 'MaxSize' }] },
      }),
      touch('ess.scaling-group', ['ScalingGroupId'], 'delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['GroupDeletionProtection', 'false'] },
      }),
    ],
    ModifyScheduledTask: [
      touch('ess.scaling-group', ['ScalingGroupId'], 'bounds-changed', {
        strength: 'conditional',
        value: ['MinValue', 'MaxValue'],
        when: { any: [{ present: 'MinValue' }, { present: 'MaxValue' }] },
      }),
    ],
    RebalanceInstances: [touch('ess.scaling-group', ['ScalingGroupId'], 'members-replaced')],
    RemoveInstances: [touch('ecs.instance', ['InstanceId', 'InstanceIds'], 'removed')],
    RollbackInstanceRefresh: [touch('ess.scaling-group', ['ScalingGroupId'], 'members-replaced')],
    SetGroupDeletionProtection: [
      touch('ess.scaling-group', ['ScalingGroupId'], 'delete-protection-lifted', {
        strength: 'precursor',
        when: { equals: ['GroupDeletionProtection', 'false'] },
      }),
    ],
    SetInstanceHealth: [
      touch('ecs.instance', ['InstanceId'], 'health-changed', {
        strength: 'conditional',
        value: ['HealthStatus'],
        when: { equals: ['HealthStatus', 'Unhealthy'] },
      }),
    ],
    StartInstanceRefresh: [touch('ess.scaling-group', ['ScalingGroupId'], 'members-replaced')],
  },
  ignored: [
    'CreateDiagnoseReport',
    'CreateNotificationConfiguration',
    'DeleteDiagnoseReport',
    'DeleteNotificationConfiguration',
    'ModifyAlertConfiguration',
    'ModifyNotificationConfiguration',
  ],
};
