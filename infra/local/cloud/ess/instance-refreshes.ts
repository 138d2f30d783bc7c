import { valueOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import type { EcsState } from '../ecs/state.ts';
import { newId } from '../ids.ts';
import { tokenPage } from '../pages.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { toSecond } from '../times.ts';
import { activeGroupIn, groupIn, isAmong, membersOf } from './find.ts';
import { record, type Scaler, scaleTo, takeOut } from './scaling.ts';
import type { EssState, InstanceRefresh, ScalingGroup } from './state.ts';

/** Renewing the instances of a group: their system disks in a refresh, themselves where they are rebalanced. */
export function instanceRefreshOperations(scaler: Scaler): Readonly<Record<string, Operation>> {
  const { ess, ecs } = scaler;
  const write = (run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['ScalingGroupId'],
    run,
    references: references({ 'ACS::ESS::ScalingGroup': ['ScalingGroupId'] }),
  });
  const turn = (from: readonly InstanceRefresh['Status'][], Status: InstanceRefresh['Status']): Operation =>
    write((call) => {
      const task = namedTask(ess, call);
      if (!from.includes(task.Status)) throw wrongStatus();
      ess.instanceRefreshes.set(task.InstanceRefreshTaskId, { ...task, Status });
      return {};
    });
  return {
    StartInstanceRefresh: write((call) => start(scaler, call)),
    RollbackInstanceRefresh: write((call) => {
      const task = namedTask(ess, call);
      const group = groupIn(ess, call);
      reimage(ess, ecs, group, task.oldImageId, call.now);
      ess.instanceRefreshes.set(task.InstanceRefreshTaskId, { ...task, Status: 'RollbackSuccessful' });
      return { InstanceRefreshTaskId: task.InstanceRefreshTaskId };
    }),
    SuspendInstanceRefresh: turn(['InProgress'], 'Paused'),
    ResumeInstanceRefresh: turn(['Paused'], 'InProgress'),
    CancelInstanceRefresh: turn(['InProgress', 'Paused'], 'Cancelled'),
    RebalanceInstances: write((call) => rebalance(scaler, call)),
    DescribeInstanceRefreshes: { rw: 'Read', required: ['ScalingGroupId'], run: (call) => list(ess, call) },
  };
}

function start({ ess, ecs }: Scaler, call: Call): Answer {
  const group = activeGroupIn(ess, call);
  const oldImageId = imageOf(ess, ecs, group);
  const ImageId = text(Object(valueOf(call.params, 'DesiredConfiguration')), 'ImageId') ?? oldImageId;
  const InstanceRefreshTaskId = newId('ir');
  const TotalNeedUpdateCapacity = reimage(ess, ecs, group, ImageId, call.now);
  ess.instanceRefreshes.set(InstanceRefreshTaskId, {
    InstanceRefreshTaskId,
    ScalingGroupId: group.ScalingGroupId,
    RegionId: call.region,
    Status: 'InProgress',
    oldImageId,
    ImageId,
    TotalNeedUpdateCapacity,
    StartTime: toSecond(call.now),
  });
  return { InstanceRefreshTaskId };
}

function imageOf(ess: EssState, ecs: EcsState, group: ScalingGroup): string {
  const [first] = membersOf(ess, group).flatMap((each) => ecs.instances.get(each.InstanceId) ?? []);
  return first?.ImageId ?? ess.scalingConfigurations.get(group.ActiveScalingConfigurationId)?.ImageId ?? '';
}

/** Every member gets a new system disk with the image; how many there were. */
function reimage(ess: EssState, ecs: EcsState, group: ScalingGroup, ImageId: string, now: Date): number {
  const instances = membersOf(ess, group).flatMap((each) => ecs.instances.get(each.InstanceId) ?? []);
  for (const instance of instances) {
    ecs.instances.set(instance.InstanceId, { ...instance, ImageId });
    const old = [...ecs.disks.values()].find(
      (disk) => disk.InstanceId === instance.InstanceId && disk.Type === 'system',
    );
    if (old === undefined) continue;
    const DiskId = newId('d');
    ecs.disks.delete(old.DiskId);
    ecs.disks.set(DiskId, { ...old, DiskId, ImageId, CreationTime: toSecond(now) });
  }
  return instances.length;
}

/** One new instance for the oldest that the group started: what moves it to a zone with fewer. */
function rebalance(scaler: Scaler, call: Call): Answer {
  const group = activeGroupIn(scaler.ess, call);
  const serving = membersOf(scaler.ess, group).filter((each) => each.LifecycleState !== 'Removing');
  const [oldest] = serving.filter((each) => each.CreationType === 'AutoCreated');
  scaleTo(scaler, group, serving.length + 1, call.now, 'A user requests to rebalance instances.');
  if (oldest !== undefined) takeOut(scaler, [oldest], call.now);
  const ScalingActivityId = record(scaler.ess, group, call.now, {
    Cause: 'A user requests to rebalance instances.',
    Description: 'Rebalance 1 instance',
    DestroyedInstances: oldest === undefined ? [] : [oldest.InstanceId],
  });
  return { ScalingActivityId };
}

/** The task that a call names, or the newest of its group. */
function namedTask(state: EssState, call: Call): InstanceRefresh {
  const { ScalingGroupId } = groupIn(state, call);
  const id = text(call.params, 'InstanceRefreshTaskId');
  const mine = [...state.instanceRefreshes.values()].filter((each) => each.ScalingGroupId === ScalingGroupId);
  const found = id === undefined ? mine.at(-1) : mine.find((each) => each.InstanceRefreshTaskId === id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InstanceRefreshTask.NotFound', 'The specified instance refresh task does not exist.');
}

function wrongStatus(): ApiError {
  const message = 'The current status of the specified instance refresh task does not support this action.';
  return new ApiError(400, 'IncorrectInstanceRefreshTaskStatus', message);
}

function list(state: EssState, call: Call): Answer {
  const group = mandatory(call.params, 'ScalingGroupId');
  const found = [...state.instanceRefreshes.values()].filter(
    (each) =>
      each.ScalingGroupId === group && isAmong(call.params, 'InstanceRefreshTaskId', each.InstanceRefreshTaskId),
  );
  const { items, NextToken, MaxResults } = tokenPage(call.params, found, { usual: 10, most: 50 });
  const InstanceRefreshTasks = items.map((task) => {
    const { oldImageId: _, ImageId, ...rest } = task;
    return { ...rest, DesiredConfiguration: { ImageId } };
  });
  return { InstanceRefreshTasks, NextToken, MaxResults, TotalCount: found.length };
}
