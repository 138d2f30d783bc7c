import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on, type More } from '../touch.ts';

const group = on('ess.scaling-group', 'ScalingGroupId');
const rule = on('ess.scaling-rule', 'ScalingRuleId');
const alarm = on('ess.alarm', 'AlarmTaskId');
const hook = on('ess.lifecycle-hook', 'LifecycleHookId');
const task = on('ess.scheduled-task', 'ScheduledTaskId');
const configuration = on('ess.scaling-configuration', 'ScalingConfigurationId');
const conditional = { strength: 'conditional' } as const satisfies More;
const bounds = {
  ...conditional,
  value: ['MinValue', 'MaxValue'],
  when: { any: [{ present: 'MinValue' }, { present: 'MaxValue' }] },
} as const;

/** A task that rewrites the bounds later, with no event of its own, or runs a rule beside the autoscaler. */
const scheduled = [
  group('bounds-changed', bounds),
  group('capacity-changed', { ...conditional, value: ['DesiredCapacity', 'LaunchTime', 'RecurrenceType'] }),
  on('ess.scaling-rule', 'arn:ScheduledAction')('capacity-changed', { ...conditional, value: ['LaunchTime'] }),
];

/** Ess: what a scaling group does by itself: rules, alarms, tasks, hooks, and how it makes new instances. */
export const policies: OperationTable['actions'] = {
  ApplyEciScalingConfiguration: [group('launch-configuration-changed', ADJACENT)],
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
  DeleteScalingRule: [rule('scaling-policy-changed', ADJACENT)],
  DeleteScheduledTask: [task('attribute-changed', ADJACENT)],
  DisableAlarm: [alarm('scaling-policy-changed', ADJACENT)],
  EnableAlarm: [alarm('scaling-policy-changed', ADJACENT)],
  ExecuteScalingRule: [on('ess.scaling-rule', 'arn:ScalingRuleAri')('capacity-changed')],
  ModifyAlarm: [alarm('scaling-policy-changed', ADJACENT)],
  ModifyEciScalingConfiguration: [configuration('launch-configuration-changed', ADJACENT)],
  ModifyLifecycleHook: [group('lifecycle-hooks-changed', ADJACENT), hook('lifecycle-hooks-changed', ADJACENT)],
  ModifyScalingConfiguration: [configuration('launch-configuration-changed')],
  ModifyScalingRule: [rule('scaling-policy-changed', ADJACENT)],
  ModifyScheduledTask: [...scheduled, task('bounds-changed', bounds)],
  RecordLifecycleActionHeartbeat: [hook('lifecycle-hooks-changed', ADJACENT)],
};
