import { textOf } from '../../model/params.ts';
import { isContent } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing, emptied } from '../restore/differing.ts';

const FIELDS: Fields = {
  ScheduledTaskName: 'text',
  Description: 'text',
  ScalingGroupId: 'text',
  ScheduledAction: 'text',
  MinValue: 'number',
  MaxValue: 'number',
  DesiredCapacity: 'number',
  LaunchTime: 'time',
  LaunchExpirationTime: 'number',
  RecurrenceType: 'text',
  RecurrenceValue: 'text',
  RecurrenceEndTime: 'time',
  TaskEnabled: 'flag',
};

/** A scheduled task (定时任务): at its time it rewrites the bounds of a scaling group. */
export const essScheduledTask: Reader = {
  kind: 'ess.scheduled-task',
  aspect: 'configuration',
  effects: ['created', 'bounds-changed', 'capacity-changed', 'scaling-policy-changed', 'deleted'],
  batch: 20,
  read: async (place, ids) => {
    const params = { ScheduledTaskId: ids, PageSize: 50 };
    const { ScheduledTasks, TotalCount } = await answerOf(
      place,
      'ess',
      'DescribeScheduledTasks',
      params,
      'ScheduledTasks',
    );
    return byId(ids, membersOf(ScheduledTasks), TotalCount, (item) => [
      textOf(item, 'ScheduledTaskId'),
      contentOf(item, FIELDS),
    ]);
  },
  predict: byAction({
    CreateScheduledTask: ({ params }, _, before) => overlaid(before, requested(params, [], FIELDS)),
    ModifyScheduledTask: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['ScheduledTaskId'], FIELDS)) : undefined,
    DeleteScheduledTask: gone,
  }),
  restore: ({ id, region, present, wanted }) => {
    if (wanted === null) return remedy([command('ess', 'DeleteScheduledTask', region, { ScheduledTaskId: id })]);
    if (!isContent(wanted)) return UNKNOWN;
    if (present === null) return remedy([command('ess', 'CreateScheduledTask', region, wanted)]);
    const changed = differing(present, wanted);
    const params = { ScheduledTaskId: id, ...changed };
    const commands = Object.keys(changed).length > 0 ? [command('ess', 'ModifyScheduledTask', region, params)] : [];
    return remedy(commands, ...emptied(present, wanted, Object.keys(FIELDS)));
  },
};
