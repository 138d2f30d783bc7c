import { listOf, objectsOf, type Params } from '../../../../shared/model/params.ts';
import type { Operation } from '../api.ts';
import { integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { groupIn } from './find.ts';
import type { EssState, ScalingGroup } from './state.ts';

type Change = (group: ScalingGroup, params: Params) => Partial<ScalingGroup>;

/** What of load balancing a group puts its instances into. The groups of the load balancers themselves stay as they are. */
const CHANGES: Readonly<Record<string, Change>> = {
  AttachLoadBalancers: (group, params) => ({
    LoadBalancerIds: [...new Set([...group.LoadBalancerIds, ...balancersIn(params)])],
  }),
  DetachLoadBalancers: (group, params) => {
    const gone = balancersIn(params);
    return { LoadBalancerIds: group.LoadBalancerIds.filter((id) => !gone.includes(id)) };
  },
  AttachVServerGroups: (group, params) => ({ VServerGroups: [...group.VServerGroups, ...vServerGroupsIn(params)] }),
  DetachVServerGroups: (group, params) => ({ VServerGroups: withoutVServerGroups(group, params) }),
  AttachAlbServerGroups: (group, params) => ({
    AlbServerGroups: [...group.AlbServerGroups, ...albServerGroupsIn(params)],
  }),
  DetachAlbServerGroups: (group, params) => {
    const gone = albServerGroupsIn(params).map((each) => `${each.AlbServerGroupId}:${each.Port}`);
    const isKept = (each: ScalingGroup['AlbServerGroups'][number]): boolean =>
      !gone.includes(`${each.AlbServerGroupId}:${each.Port}`);
    return { AlbServerGroups: group.AlbServerGroups.filter(isKept) };
  },
  AttachServerGroups: (group, params) => ({ ServerGroups: [...group.ServerGroups, ...serverGroupsIn(params)] }),
  DetachServerGroups: (group, params) => {
    const gone = serverGroupsIn(params).map((each) => `${each.ServerGroupId}:${each.Port}`);
    const isKept = (each: ScalingGroup['ServerGroups'][number]): boolean =>
      !gone.includes(`${each.ServerGroupId}:${each.Port}`);
    return { ServerGroups: group.ServerGroups.filter(isKept) };
  },
};

/** Attaching load balancers and server groups to scaling groups, and taking them away. */
export function loadBalancerOperationsOfEss(state: EssState): Readonly<Record<string, Operation>> {
  const changes = Object.entries(CHANGES).map(([action, changed]): [string, Operation] => [
    action,
    {
      rw: 'Write',
      required: ['ScalingGroupId'],
      run: (call) => {
        const group = groupIn(state, call);
        state.scalingGroups.set(group.ScalingGroupId, { ...group, ...changed(group, call.params) });
        return {};
      },
      references: references({ 'ACS::ESS::ScalingGroup': ['ScalingGroupId'] }),
    },
  ]);
  return Object.fromEntries(changes);
}

function balancersIn(params: Params): readonly string[] {
  return [...listOf(params, 'LoadBalancer'), ...listOf(params, 'LoadBalancers')];
}

function several(params: Params, name: string): readonly Params[] {
  return [...objectsOf(params, name), ...objectsOf(params, `${name}s`)];
}

/** `VServerGroup.1.VServerGroupAttribute.1.VServerGroupId`: a list within a list. */
function vServerGroupsIn(params: Params): ScalingGroup['VServerGroups'] {
  return several(params, 'VServerGroup').map((item) => ({
    LoadBalancerId: mandatory(item, 'LoadBalancerId'),
    VServerGroupAttributes: several(item, 'VServerGroupAttribute').map((attribute) => ({
      VServerGroupId: mandatory(attribute, 'VServerGroupId'),
      Port: integer(attribute, 'Port') ?? 0,
      Weight: integer(attribute, 'Weight') ?? 50,
    })),
  }));
}

function withoutVServerGroups(group: ScalingGroup, params: Params): ScalingGroup['VServerGroups'] {
  const gone = vServerGroupsIn(params).flatMap((each) =>
    each.VServerGroupAttributes.map((attribute) => `${attribute.VServerGroupId}:${attribute.Port}`),
  );
  return group.VServerGroups.map((each) => ({
    ...each,
    VServerGroupAttributes: each.VServerGroupAttributes.filter(
      (attribute) => !gone.includes(`${attribute.VServerGroupId}:${attribute.Port}`),
    ),
  })).filter((each) => each.VServerGroupAttributes.length > 0);
}

function albServerGroupsIn(params: Params): ScalingGroup['AlbServerGroups'] {
  return several(params, 'AlbServerGroup').map((item) => ({
    AlbServerGroupId: mandatory(item, 'AlbServerGroupId'),
    Port: integer(item, 'Port') ?? 0,
    Weight: integer(item, 'Weight') ?? 50,
  }));
}

function serverGroupsIn(params: Params): ScalingGroup['ServerGroups'] {
  return several(params, 'ServerGroup').map((item) => ({
    ServerGroupId: mandatory(item, 'ServerGroupId'),
    Type: text(item, 'Type') ?? 'ALB',
    Port: integer(item, 'Port') ?? 0,
    Weight: integer(item, 'Weight') ?? 50,
  }));
}
