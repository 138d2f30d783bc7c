import type { FollowUp } from '../api.ts';
import { anInstance, place } from '../ecs/defaults.ts';
import { freeAddress } from '../ecs/addresses.ts';
import { becoming, SECONDS } from '../ecs/lifecycle.ts';
import type { EcsState } from '../ecs/state.ts';
import type { Instance } from '../ecs/machines.ts';
import { newId } from '../ids.ts';
import { toMinute } from '../times.ts';
import { aScalingInstance } from './defaults.ts';
import { membersOf } from './find.ts';
import type { EssState, ScalingActivity, ScalingGroup, ScalingInstance } from './state.ts';

/** The tag by which Auto Scaling marks what it starts. */
const GROUP_TAG = 'acs:autoscaling:scalingGroupId';

/** What scaling works on. With `followUp` a release is a call of Auto Scaling's own, recorded like any other. */
export interface Scaler {
  readonly ess: EssState;
  readonly ecs: EcsState;
  readonly followUp?: FollowUp | undefined;
}

/** Brings a group to a number of instances: starts what is missing, releases what is too much. */
export function scaleTo(scaler: Scaler, group: ScalingGroup, target: number, now: Date, cause: string): string {
  const serving = membersOf(scaler.ess, group).filter((each) => each.LifecycleState !== 'Removing');
  const missing = target - serving.length;
  const isHeld = group.SuspendedProcesses.includes(missing > 0 ? 'ScaleOut' : 'ScaleIn');
  const CreatedInstances = isHeld || missing <= 0 ? [] : start(scaler, group, missing, now);
  const spare = isHeld || missing >= 0 ? [] : leaving(serving).slice(0, -missing);
  takeOut(scaler, spare, now);
  return record(scaler.ess, group, now, {
    Cause: cause,
    Description: `${CreatedInstances.length} instances added, ${spare.length} removed`,
    CreatedInstances,
    DestroyedInstances: spare.map((each) => each.InstanceId),
  });
}

/** Takes members out of their group: what it started itself is released, what was attached to it stays alive. */
export function takeOut({ ess, ecs, followUp }: Scaler, members: readonly ScalingInstance[], now: Date): void {
  for (const member of members) {
    const { InstanceId } = member;
    const instance = ecs.instances.get(InstanceId);
    if (instance === undefined || (member.CreationType === 'Attached' && !member.Entrusted)) {
      ess.scalingInstances.delete(InstanceId);
      continue;
    }
    ess.scalingInstances.set(InstanceId, { ...member, LifecycleState: 'Removing' });
    ecs.instances.set(InstanceId, { ...instance, DeletionProtection: false });
    if (followUp === undefined) letGo(ecs, InstanceId, now);
    else {
      const params = { 'InstanceId.1': InstanceId, Force: 'true', TerminateSubscription: 'true' };
      followUp('autoscaling', { product: 'ecs', action: 'DeleteInstances', region: instance.RegionId, params });
    }
  }
}

/** Forgets members whose instances are gone, and groups whose time has come. */
export function settleEss({ ess, ecs }: Scaler, now: Date): void {
  for (const id of ess.scalingInstances.keys()) if (ecs.released.has(id)) ess.scalingInstances.delete(id);
  for (const [id, group] of ess.scalingGroups) {
    if (group.goneAt !== undefined && group.goneAt <= now) ess.scalingGroups.delete(id);
  }
}

/** Leaves a trace of what a group did; the answer of the call that asked for it names the trace. */
export function record(
  ess: EssState,
  group: ScalingGroup,
  now: Date,
  what: Partial<ScalingActivity> & Pick<ScalingActivity, 'Cause' | 'Description'>,
): string {
  const ScalingActivityId = newId('asa');
  ess.scalingActivities.set(ScalingActivityId, {
    ScalingActivityId,
    ScalingGroupId: group.ScalingGroupId,
    StatusCode: 'Successful',
    StartTime: toMinute(now),
    EndTime: toMinute(now),
    TotalCapacity: String(membersOf(ess, group).length),
    CreatedInstances: [],
    DestroyedInstances: [],
    DetachedInstances: [],
    AttachedInstances: [],
    ...what,
  });
  return ScalingActivityId;
}

function letGo(ecs: EcsState, id: string, now: Date): void {
  const instance = ecs.instances.get(id);
  if (instance === undefined) return;
  ecs.instances.set(id, {
    ...instance,
    Status: 'Stopping',
    ...becoming<Instance['Status']>(now, SECONDS.release, 'gone'),
  });
}

/** The oldest first; what is protected, or does not take part, stays. */
function leaving(members: readonly ScalingInstance[]): readonly ScalingInstance[] {
  return members
    .filter((each) => each.LifecycleState === 'InService' || each.LifecycleState === 'Pending')
    .toSorted((a, b) => a.CreationTime.localeCompare(b.CreationTime));
}

/** New instances as the group's configuration says, or like those that it has. */
function start({ ess, ecs }: Scaler, group: ScalingGroup, count: number, now: Date): readonly string[] {
  const configuration = ess.scalingConfigurations.get(group.ActiveScalingConfigurationId);
  const [example] = membersOf(ess, group).flatMap((each) => ecs.instances.get(each.InstanceId) ?? []);
  const VSwitchId = group.VSwitchIds[0] ?? example?.VSwitchId;
  const SecurityGroupIds = configuration?.SecurityGroupIds ?? example?.SecurityGroupIds ?? [];
  if (VSwitchId === undefined || SecurityGroupIds.length === 0) return [];
  const [firstGroup] = SecurityGroupIds.flatMap((id) => ecs.securityGroups.get(id) ?? []);
  const tags = configuration?.Tags ?? example?.Tags ?? [];
  return Array.from({ length: count }, () => {
    const InstanceId = newId('i');
    const instance = anInstance({
      ...(example === undefined ? {} : { ZoneId: example.ZoneId }),
      InstanceId,
      InstanceName: configuration?.InstanceName || (example?.InstanceName ?? InstanceId),
      InstanceType: configuration?.InstanceTypes[0] ?? example?.InstanceType ?? 'ecs.g7.xlarge',
      RegionId: group.RegionId,
      VpcId: group.VpcId || (firstGroup?.VpcId ?? ''),
      VSwitchId,
      PrivateIpAddress: freeAddress(ecs, VSwitchId),
      SecurityGroupIds,
      RamRoleName: configuration?.RamRoleName ?? example?.RamRoleName ?? '',
      Description: 'ESS',
      CreationTime: toMinute(now),
      Tags: [...tags.filter((tag) => tag.TagKey !== GROUP_TAG), { TagKey: GROUP_TAG, TagValue: group.ScalingGroupId }],
    });
    place(ecs, {
      ...instance,
      Status: 'Pending',
      ...becoming<Instance['Status']>(now, SECONDS.start, 'Running'),
    });
    const { ScalingGroupId, ActiveScalingConfigurationId } = group;
    const said = { InstanceId, ScalingGroupId, ScalingConfigurationId: ActiveScalingConfigurationId };
    ess.scalingInstances.set(InstanceId, aScalingInstance({ ...said, CreationTime: toMinute(now) }));
    return InstanceId;
  });
}
