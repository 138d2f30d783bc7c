import { listOf, type Params } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import { mandatory } from '../parameters.ts';
import type { EssState, ScalingGroup, ScalingInstance } from './state.ts';

/** The group that a call names. */
export function groupIn(state: EssState, { params, region }: Call): ScalingGroup {
  const found = state.scalingGroups.get(mandatory(params, 'ScalingGroupId'));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'InvalidScalingGroupId.NotFound', 'The specified scaling group does not exist.');
}

/** A group that takes part in scaling. */
export function activeGroupIn(state: EssState, call: Call): ScalingGroup {
  const group = groupIn(state, call);
  if (group.LifecycleState === 'Active') return group;
  const message = 'The current status of the specified scaling group does not support this action.';
  throw new ApiError(400, 'IncorrectScalingGroupStatus', message);
}

/** A list in either spelling: `InstanceId.N` of 2014-08-28, `InstanceIds.N` of 2022-02-22. */
export function idsIn(params: Params, name: string): readonly string[] {
  return [...new Set([...listOf(params, name), ...listOf(params, `${name}s`)])];
}

/** Whether a filter with a list of values, in either spelling, is not given or names the value. */
export function isAmong(params: Params, name: string, value: string): boolean {
  const wanted = idsIn(params, name);
  return wanted.length === 0 || wanted.includes(value);
}

export function membersOf(state: EssState, { ScalingGroupId }: ScalingGroup): readonly ScalingInstance[] {
  return [...state.scalingInstances.values()].filter((each) => each.ScalingGroupId === ScalingGroupId);
}

/** The members that a call names, all of which must be the group's. */
export function namedMembers(state: EssState, group: ScalingGroup, params: Params): readonly ScalingInstance[] {
  const ids = idsIn(params, 'InstanceId');
  if (ids.length === 0) mandatory(params, 'InstanceId');
  return ids.map((id) => {
    const member = state.scalingInstances.get(id);
    if (member?.ScalingGroupId === group.ScalingGroupId) return member;
    throw new ApiError(404, 'InvalidInstanceId.NotFound', `Instance "${id}" does not exist.`);
  });
}
