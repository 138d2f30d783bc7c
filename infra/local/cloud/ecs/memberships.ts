import { textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { mandatory } from '../parameters.ts';
import { references } from '../references.ts';
import { eniIn, groupToChange, instanceIn, primaryOf } from './find.ts';
import type { EcsState } from './state.ts';

/** What is in a security group: an interface, or an instance through its primary one. */
type Member = { readonly instance: string } | { readonly eni: string };

/** Joining and leaving security groups. */
export function membershipOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const write = (changed: (groups: readonly string[], group: string) => readonly string[]): Operation => ({
    rw: 'Write',
    required: ['SecurityGroupId'],
    run: (call) => change(state, call, changed),
    references: references({
      'ACS::ECS::SecurityGroup': ['SecurityGroupId'],
      'ACS::ECS::Instance': ['InstanceId'],
      'ACS::ECS::NetworkInterface': ['NetworkInterfaceId'],
    }),
  });
  return { JoinSecurityGroup: write(joined), LeaveSecurityGroup: write(left) };
}

/** Gives a member exactly these groups; an instance and its primary interface always have the same ones. */
export function putGroups(state: EcsState, member: Member, SecurityGroupIds: readonly string[]): void {
  const eni = 'eni' in member ? state.networkInterfaces.get(member.eni) : primaryOf(state, member.instance);
  if (eni !== undefined) state.networkInterfaces.set(eni.NetworkInterfaceId, { ...eni, SecurityGroupIds });
  const id = 'instance' in member ? member.instance : eni?.Type === 'Primary' ? eni.InstanceId : '';
  const instance = state.instances.get(id);
  if (instance !== undefined) state.instances.set(id, { ...instance, SecurityGroupIds });
}

function change(
  state: EcsState,
  call: Call,
  changed: (groups: readonly string[], group: string) => readonly string[],
): Answer {
  const { SecurityGroupId } = groupToChange(state, call);
  const eni = textOf(call.params, 'NetworkInterfaceId');
  if (eni === undefined) {
    const { InstanceId, SecurityGroupIds } = instanceIn(state, mandatory(call.params, 'InstanceId'), call.region);
    putGroups(state, { instance: InstanceId }, changed(SecurityGroupIds, SecurityGroupId));
  } else {
    const { SecurityGroupIds } = eniIn(state, eni, call.region);
    putGroups(state, { eni }, changed(SecurityGroupIds, SecurityGroupId));
  }
  return {};
}

function joined(groups: readonly string[], group: string): readonly string[] {
  if (!groups.includes(group)) return [...groups, group];
  const message = 'The specified instance already exists in the specified security group.';
  throw new ApiError(403, 'InvalidInstanceId.AlreadyExists', message);
}

function left(groups: readonly string[], group: string): readonly string[] {
  if (!groups.includes(group)) {
    throw new ApiError(403, 'InstanceNotInSecurityGroup', 'The instance not in the group.');
  }
  if (groups.length > 1) return groups.filter((each) => each !== group);
  const message = 'The specified security group is the last security group for the instance.';
  throw new ApiError(403, 'InstanceLastSecurityGroup', message);
}
