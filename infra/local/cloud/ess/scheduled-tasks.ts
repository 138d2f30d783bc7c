import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { aScheduledTask } from './defaults.ts';
import { groupIn, isAmong } from './find.ts';
import type { EssState, ScheduledTask } from './state.ts';

const SETTINGS = {
  ScheduledTaskName: text,
  Description: text,
  ScheduledAction: text,
  ScalingGroupId: text,
  LaunchTime: text,
  LaunchExpirationTime: integer,
  RecurrenceType: oneOf('Daily', 'Weekly', 'Monthly', 'Cron'),
  RecurrenceValue: text,
  RecurrenceEndTime: text,
  TaskEnabled: flag,
  MinValue: integer,
  MaxValue: integer,
  DesiredCapacity: integer,
} as const;

/** Tasks that scale a group or set its bounds at a time. They are kept here, never carried out. */
export function scheduledTaskOperations(state: EssState): Readonly<Record<string, Operation>> {
  const ofTask = references({
    'ACS::ESS::ScheduledTask': ['ScheduledTaskId'],
    'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
  });
  return {
    CreateScheduledTask: {
      rw: 'Write',
      required: ['LaunchTime'],
      run: (call) => create(state, call),
      references: references({
        'ACS::ESS::ScheduledTask': ['answer.ScheduledTaskId'],
        'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
      }),
    },
    ModifyScheduledTask: {
      rw: 'Write',
      required: ['ScheduledTaskId'],
      run: (call) => {
        const task = named(state, call);
        const said = given(call.params, SETTINGS);
        if (said.ScalingGroupId !== undefined) groupIn(state, call);
        state.scheduledTasks.set(task.ScheduledTaskId, { ...task, ...said });
        return {};
      },
      references: ofTask,
    },
    DeleteScheduledTask: {
      rw: 'Write',
      required: ['ScheduledTaskId'],
      run: (call) => {
        state.scheduledTasks.delete(named(state, call).ScheduledTaskId);
        return {};
      },
      references: ofTask,
    },
    DescribeScheduledTasks: { rw: 'Read', run: (call) => list(state, call) },
  };
}

function named(state: EssState, { params, region }: Call): ScheduledTask {
  const found = state.scheduledTasks.get(mandatory(params, 'ScheduledTaskId'));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'InvalidScheduledTaskId.NotFound', 'The specified scheduled task does not exist.');
}

function create(state: EssState, call: Call): Answer {
  const said = given(call.params, SETTINGS);
  if (said.ScheduledAction === undefined) mandatory(call.params, 'ScalingGroupId');
  if (said.ScalingGroupId !== undefined) groupIn(state, call);
  const ScheduledTaskId = newId('ast');
  state.scheduledTasks.set(ScheduledTaskId, aScheduledTask({ ScheduledTaskId, RegionId: call.region, ...said }));
  return { ScheduledTaskId };
}

function list(state: EssState, { params, region }: Call): Answer {
  const group = text(params, 'ScalingGroupId');
  const found = [...state.scheduledTasks.values()].filter(
    (task) =>
      task.RegionId === region &&
      (group === undefined || task.ScalingGroupId === group) &&
      isAmong(params, 'ScheduledTaskId', task.ScheduledTaskId) &&
      isAmong(params, 'ScheduledTaskName', task.ScheduledTaskName) &&
      isAmong(params, 'ScheduledAction', task.ScheduledAction),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  const ScheduledTask = items.map((task) => {
    const { RegionId: _, ...rest } = task;
    return rest;
  });
  return { ScheduledTasks: { ScheduledTask }, ...counts };
}
