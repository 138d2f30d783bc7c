import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { instanceIn } from '../ecs/find.ts';
import { numberedPage } from '../pages.ts';
import { flag, given, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { toMinute } from '../times.ts';
import { aScalingInstance } from './defaults.ts';
import { activeGroupIn, groupIn, idsIn, isAmong, membersOf, namedMembers } from './find.ts';
import { record, type Scaler, takeOut } from './scaling.ts';
import type { EssState, ScalingGroup, ScalingInstance } from './state.ts';

/** The instances of scaling groups: who is in, in which state, and how they leave. */
export function scalingInstanceOperations(scaler: Scaler): Readonly<Record<string, Operation>> {
  const { ess } = scaler;
  const write = (required: string, run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required: [required],
    run,
    references: references({
      'ACS::ESS::ScalingGroup': ['ScalingGroupId'],
      'ACS::ECS::Instance': ['InstanceId', 'InstanceIds'],
    }),
  });
  const change = (changed: (member: ScalingInstance, call: Call) => Partial<ScalingInstance>): Operation =>
    write('ScalingGroupId', (call) => {
      for (const member of namedMembers(ess, groupIn(ess, call), call.params)) {
        ess.scalingInstances.set(member.InstanceId, { ...member, ...changed(member, call) });
      }
      return {};
    });
  return {
    RemoveInstances: write('ScalingGroupId', (call) => remove(scaler, call)),
    DetachInstances: write('ScalingGroupId', (call) => detach(ess, call)),
    AttachInstances: write('ScalingGroupId', (call) => attach(scaler, call)),
    EnterStandby: change(() => ({ LifecycleState: 'Standby' })),
    ExitStandby: change(() => ({ LifecycleState: 'InService' })),
    SetInstancesProtection: change((_, { params }) => ({
      LifecycleState: flag(params, 'ProtectedFromScaleIn') === true ? 'Protected' : 'InService',
    })),
    ModifyInstanceAttribute: change((_, { params }) => given(params, { Entrusted: flag })),
    SetInstanceHealth: write('InstanceId', ({ params }) => {
      const member = memberIn(ess, mandatory(params, 'InstanceId'));
      const HealthStatus = oneOf('Healthy', 'Unhealthy')(params, 'HealthStatus') ?? 'Healthy';
      ess.scalingInstances.set(member.InstanceId, { ...member, HealthStatus });
      return {};
    }),
    DescribeScalingInstances: { rw: 'Read', run: (call) => list(ess, call) },
  };
}

function memberIn(state: EssState, id: string): ScalingInstance {
  const found = state.scalingInstances.get(id);
  if (found !== undefined) return found;
  throw new ApiError(404, 'InvalidInstanceId.NotFound', `Instance "${id}" does not exist.`);
}

function remove(scaler: Scaler, call: Call): Answer {
  const group = activeGroupIn(scaler.ess, call);
  const members = namedMembers(scaler.ess, group, call.params);
  shrink(scaler.ess, group, members.length, call);
  takeOut(scaler, members, call.now);
  const ScalingActivityId = record(scaler.ess, group, call.now, {
    Cause: 'A user requests to remove instances.',
    Description: `Remove ${members.length} instances`,
    DestroyedInstances: members.map((each) => each.InstanceId),
  });
  return { ScalingActivityId };
}

/** The members leave the group and live on. */
function detach(state: EssState, call: Call): Answer {
  const group = activeGroupIn(state, call);
  const members = namedMembers(state, group, call.params);
  shrink(state, group, members.length, call);
  for (const { InstanceId } of members) state.scalingInstances.delete(InstanceId);
  const ScalingActivityId = record(state, group, call.now, {
    Cause: 'A user requests to detach instances.',
    Description: `Detach ${members.length} instances`,
    DetachedInstances: members.map((each) => each.InstanceId),
  });
  return { ScalingActivityId };
}

/** Below its minimum no group goes; the number that it wants falls with it unless the call says otherwise. */
function shrink(state: EssState, group: ScalingGroup, by: number, { params }: Call): void {
  const serving = membersOf(state, group).filter((each) => each.LifecycleState !== 'Removing').length;
  if (serving - by < group.MinSize) {
    const message = 'To remove the instances, the total capacity will be lesser than the MinSize.';
    throw new ApiError(400, 'IncorrectCapacity.MinSize', message);
  }
  const isKept = flag(params, 'DecreaseDesiredCapacity') === false || group.DesiredCapacity === undefined;
  if (isKept) return;
  const DesiredCapacity = Math.max((group.DesiredCapacity ?? 0) - by, group.MinSize);
  state.scalingGroups.set(group.ScalingGroupId, { ...group, DesiredCapacity });
}

function attach({ ess, ecs }: Scaler, call: Call): Answer {
  const { params, region, now } = call;
  const group = activeGroupIn(ess, call);
  const ids = idsIn(params, 'InstanceId');
  if (ids.length === 0) mandatory(params, 'InstanceId');
  for (const id of ids) {
    instanceIn(ecs, id, region);
    if (ess.scalingInstances.has(id)) {
      const message = `Instance "${id}" is already in a scaling group.`;
      throw new ApiError(400, 'InvalidInstanceId.InUse', message);
    }
  }
  if (membersOf(ess, group).length + ids.length > group.MaxSize) {
    const message = 'To attach the instances, the total capacity will be greater than the MaxSize.';
    throw new ApiError(400, 'IncorrectCapacity.MaxSize', message);
  }
  for (const InstanceId of ids) {
    const member = aScalingInstance({
      InstanceId,
      ScalingGroupId: group.ScalingGroupId,
      CreationType: 'Attached',
      Entrusted: flag(params, 'Entrusted') ?? false,
      CreationTime: toMinute(now),
    });
    ess.scalingInstances.set(InstanceId, member);
  }
  const ScalingActivityId = record(ess, group, now, {
    Cause: 'A user requests to attach instances.',
    Description: `Attach ${ids.length} instances`,
    AttachedInstances: ids,
  });
  return { ScalingActivityId };
}

function list(state: EssState, { params, region }: Call): Answer {
  const isMet = (name: string, value: string): boolean => (text(params, name) ?? value) === value;
  const found = [...state.scalingInstances.values()].filter(
    (each) =>
      state.scalingGroups.get(each.ScalingGroupId)?.RegionId === region &&
      isMet('ScalingGroupId', each.ScalingGroupId) &&
      isAmong(params, 'InstanceId', each.InstanceId) &&
      isMet('HealthStatus', each.HealthStatus) &&
      isMet('LifecycleState', each.LifecycleState) &&
      isMet('CreationType', each.CreationType) &&
      isMet('ScalingConfigurationId', each.ScalingConfigurationId),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 50 });
  return { ScalingInstances: { ScalingInstance: items }, ...counts };
}
