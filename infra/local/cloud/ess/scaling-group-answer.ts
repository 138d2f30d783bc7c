import type { Answer } from '../api.ts';
import { membersOf } from './find.ts';
import type { EssState, ScalingGroup, ScalingInstance } from './state.ts';

/** A group as `DescribeScalingGroups` of 2014-08-28 lists it; the product takes the wrappers off for 2022-02-22. */
export function groupRow(state: EssState, group: ScalingGroup): Answer {
  const { goneAt: _, RemovalPolicies, SuspendedProcesses, LoadBalancerIds, VSwitchIds, Tags, ...rest } = group;
  const members = membersOf(state, group);
  return {
    ...rest,
    VSwitchId: VSwitchIds[0] ?? '',
    VSwitchIds: { VSwitchId: VSwitchIds },
    RemovalPolicies: { RemovalPolicy: RemovalPolicies },
    SuspendedProcesses: { SuspendedProcess: SuspendedProcesses },
    LoadBalancerIds: { LoadBalancerId: LoadBalancerIds },
    DBInstanceIds: { DBInstanceId: [] },
    VServerGroups: {
      VServerGroup: group.VServerGroups.map(({ LoadBalancerId, VServerGroupAttributes }) => ({
        LoadBalancerId,
        VServerGroupAttributes: { VServerGroupAttribute: VServerGroupAttributes },
      })),
    },
    AlbServerGroups: { AlbServerGroup: group.AlbServerGroups },
    ServerGroups: { ServerGroup: group.ServerGroups },
    Tags: { Tag: Tags },
    ...capacities(members),
  };
}

function capacities(members: readonly ScalingInstance[]): Answer {
  const count = (state: ScalingInstance['LifecycleState']): number =>
    members.filter((each) => each.LifecycleState === state).length;
  return {
    TotalCapacity: members.length,
    TotalInstanceCount: members.length,
    ActiveCapacity: count('InService'),
    PendingCapacity: count('Pending'),
    RemovingCapacity: count('Removing'),
    StandbyCapacity: count('Standby'),
    ProtectedCapacity: count('Protected'),
    PendingWaitCapacity: 0,
    RemovingWaitCapacity: 0,
    StoppedCapacity: 0,
  };
}
