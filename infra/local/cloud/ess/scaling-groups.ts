import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage } from '../pages.ts';
import { badParameter, flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { later, toMinute } from '../times.ts';
import { aScalingGroup } from './defaults.ts';
import { groupIn, isAmong, membersOf } from './find.ts';
import { type Scaler, scaleTo, takeOut } from './scaling.ts';
import { groupRow } from './scaling-group-answer.ts';
import type { EssState, ScalingGroup } from './state.ts';

const MOST = 2000;
const DELETE_SECONDS = 3;

const SETTINGS = {
  ScalingGroupName: text,
  MinSize: integer,
  MaxSize: integer,
  DesiredCapacity: integer,
  DefaultCooldown: integer,
  MaxInstanceLifetime: integer,
  HealthCheckType: text,
  MultiAZPolicy: text,
  ScalingPolicy: oneOf('recycle', 'release', 'forceRelease', 'forceRecycle'),
  ActiveScalingConfigurationId: text,
  LaunchTemplateId: text,
  LaunchTemplateVersion: text,
  GroupDeletionProtection: flag,
  SpotInstanceRemedy: flag,
  CompensateWithOnDemand: flag,
  AzBalance: flag,
} as const;

/** Scaling groups. Where bounds or the wanted number change, the group follows at once. */
export function scalingGroupOperations(scaler: Scaler): Readonly<Record<string, Operation>> {
  const { ess } = scaler;
  const write = (run: (group: ScalingGroup, call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: ['ScalingGroupId'],
    run: (call) => run(groupIn(ess, call), call),
    references: references({ 'ACS::ESS::ScalingGroup': ['ScalingGroupId'] }),
  });
  const put = (group: ScalingGroup): Answer => {
    ess.scalingGroups.set(group.ScalingGroupId, group);
    return {};
  };
  return {
    CreateScalingGroup: {
      rw: 'Write',
      required: ['MinSize', 'MaxSize'],
      run: (call) => create(ess, call),
      references: references({ 'ACS::ESS::ScalingGroup': ['answer.ScalingGroupId'] }),
    },
    ModifyScalingGroup: write((group, call) => modify(scaler, group, call)),
    DeleteScalingGroup: write((group, call) => remove(scaler, group, call)),
    EnableScalingGroup: write((group, call) => {
      const active = text(call.params, 'ActiveScalingConfigurationId') ?? group.ActiveScalingConfigurationId;
      if (active === '' && group.LaunchTemplateId === '') mandatory(call.params, 'ActiveScalingConfigurationId');
      return put({ ...group, LifecycleState: 'Active', ActiveScalingConfigurationId: active });
    }),
    DisableScalingGroup: write((group) => put({ ...group, LifecycleState: 'Inactive' })),
    SetGroupDeletionProtection: write((group, { params }) => {
      mandatory(params, 'GroupDeletionProtection');
      return put({ ...group, ...given(params, { GroupDeletionProtection: flag }) });
    }),
    SuspendProcesses: write((group, { params }) =>
      put({ ...group, SuspendedProcesses: [...new Set([...group.SuspendedProcesses, ...processesIn(params)])] }),
    ),
    ResumeProcesses: write((group, { params }) => {
      const resumed = processesIn(params);
      return put({ ...group, SuspendedProcesses: group.SuspendedProcesses.filter((each) => !resumed.includes(each)) });
    }),
    DescribeScalingGroups: { rw: 'Read', run: (call) => list(ess, call) },
  };
}

function processesIn(params: Params): readonly string[] {
  return [...listOf(params, 'Process'), ...listOf(params, 'Processes')];
}

function create(state: EssState, { params, region, now }: Call): Answer {
  const ScalingGroupId = newId('asg');
  const VSwitchIds = [...new Set([...listOf(params, 'VSwitchId'), ...listOf(params, 'VSwitchIds')])];
  const time = toMinute(now);
  const group = aScalingGroup({
    ScalingGroupId,
    RegionId: region,
    LifecycleState: 'Inactive',
    ...given(params, SETTINGS),
    ...listsIn(params),
    VSwitchIds,
    GroupType: oneOf('ECS', 'ECI')(params, 'GroupType') ?? 'ECS',
    ResourceGroupId: text(params, 'ResourceGroupId') ?? '',
    CreationTime: time,
    ModificationTime: time,
    Tags: tagsIn(params, 'Tag'),
  });
  refuseConflict(group);
  state.scalingGroups.set(ScalingGroupId, group);
  return { ScalingGroupId };
}

function modify(scaler: Scaler, group: ScalingGroup, { params, now }: Call): Answer {
  const said = given(params, SETTINGS);
  const changed: ScalingGroup = { ...group, ...said, ...listsIn(params), ModificationTime: toMinute(now) };
  const { DesiredCapacity: _, ...undesired } = changed;
  const kept = flag(params, 'DisableDesiredCapacity') === true ? undesired : changed;
  refuseConflict(kept);
  scaler.ess.scalingGroups.set(group.ScalingGroupId, kept);
  const isBounded = [said.MinSize, said.MaxSize, said.DesiredCapacity].some((each) => each !== undefined);
  if (isBounded && kept.LifecycleState === 'Active') follow(scaler, kept, said.DesiredCapacity, now);
  return {};
}

/** A group keeps within its bounds, and goes to the number that is wanted. */
function follow(scaler: Scaler, group: ScalingGroup, desired: number | undefined, now: Date): void {
  const serving = membersOf(scaler.ess, group).filter((each) => each.LifecycleState !== 'Removing').length;
  const target = Math.min(Math.max(desired ?? serving, group.MinSize), group.MaxSize);
  if (target !== serving) scaleTo(scaler, group, target, now, 'The bounds of the scaling group were changed.');
}

function listsIn(params: Params): Partial<ScalingGroup> {
  const VSwitchIds = listOf(params, 'VSwitchIds');
  const RemovalPolicies = [...listOf(params, 'RemovalPolicy'), ...listOf(params, 'RemovalPolicies')];
  return {
    ...(VSwitchIds.length === 0 ? {} : { VSwitchIds }),
    ...(RemovalPolicies.length === 0 ? {} : { RemovalPolicies }),
  };
}

function refuseConflict({ MinSize, MaxSize, DesiredCapacity }: ScalingGroup): void {
  if (MinSize < 0 || MinSize > MOST) throw badParameter('MinSize');
  if (MaxSize < 0 || MaxSize > MOST) throw badParameter('MaxSize');
  const conflict = (one: string, other: string): ApiError =>
    new ApiError(
      400,
      'InvalidParameter.Conflict',
      `The value of parameter ${one} and parameter ${other} are conflict.`,
    );
  if (MinSize > MaxSize) throw conflict('MinSize', 'MaxSize');
  if (DesiredCapacity === undefined) return;
  if (DesiredCapacity < MinSize) throw conflict('DesiredCapacity', 'MinSize');
  if (DesiredCapacity > MaxSize) throw conflict('DesiredCapacity', 'MaxSize');
}

/** Only by force with instances in it. Its configurations, rules and hooks go with it; its scheduled tasks stay. */
function remove(scaler: Scaler, group: ScalingGroup, { params, now }: Call): Answer {
  const { ess } = scaler;
  if (group.GroupDeletionProtection) {
    const message = 'The operation is denied because the scaling group is protected from deletion.';
    throw new ApiError(400, 'OperationDenied.GroupDeletionProtection', message);
  }
  const members = membersOf(ess, group);
  if (members.length > 0 && flag(params, 'ForceDelete') !== true) {
    const message =
      'You cannot delete a scaling configuration or scaling group while there is an instance associated with it.';
    throw new ApiError(400, 'InstanceInUse', message);
  }
  takeOut(scaler, members, now);
  for (const parts of [ess.scalingConfigurations, ess.scalingRules, ess.lifecycleHooks, ess.scalingActivities]) {
    for (const [id, part] of parts) if (part.ScalingGroupId === group.ScalingGroupId) parts.delete(id);
  }
  const goneAt = later(now, DELETE_SECONDS);
  ess.scalingGroups.set(group.ScalingGroupId, { ...group, LifecycleState: 'Deleting', goneAt });
  return {};
}

function list(state: EssState, { params, region }: Call): Answer {
  const found = [...state.scalingGroups.values()].filter(
    (group) =>
      group.RegionId === region &&
      isAmong(params, 'ScalingGroupId', group.ScalingGroupId) &&
      isAmong(params, 'ScalingGroupName', group.ScalingGroupName) &&
      carries(group.Tags, tagsIn(params, 'Tag')),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  return { ScalingGroups: { ScalingGroup: items.map((group) => groupRow(state, group)) }, ...counts };
}
