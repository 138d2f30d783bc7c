import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import type { EcsState } from '../ecs/state.ts';
import { newId } from '../ids.ts';
import { flag, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { added, backendsAnswer, backendsIn, removed, reweighed } from './backends.ts';
import { listenersOf, loadBalancerIn, vServerGroupIn } from './find.ts';
import type { Backend, SlbState, VServerGroup } from './state.ts';

/** vServer groups. Their calls name the group only, as in the cloud: whose load balancer it is stands nowhere. */
export function vServerGroupOperations(state: SlbState, ecs: EcsState): Readonly<Record<string, Operation>> {
  const onGroup = (run: (group: VServerGroup, call: Call) => Answer, required: readonly string[] = []): Operation => ({
    rw: 'Write',
    required: ['VServerGroupId', ...required],
    run: (call) => run(vServerGroupIn(state, mandatory(call.params, 'VServerGroupId')), call),
    references: references({ 'ACS::SLB::VServerGroup': ['VServerGroupId'] }),
  });
  const backends = (
    changed: (old: readonly Backend[], params: Params) => readonly Backend[],
    ...required: readonly string[]
  ): Operation =>
    onGroup((group, { params }) => put({ ...group, BackendServers: changed(group.BackendServers, params) }), required);
  const put = (group: VServerGroup): Answer => {
    state.vServerGroups.set(group.VServerGroupId, group);
    const { VServerGroupId, VServerGroupName, BackendServers } = group;
    return { VServerGroupId, VServerGroupName, ...backendsAnswer(BackendServers) };
  };
  const said = (params: Params): readonly Backend[] => backendsIn(params, 'BackendServers');
  return {
    CreateVServerGroup: {
      rw: 'Write',
      required: ['LoadBalancerId'],
      run: (call) => put(created(state, ecs, call)),
      references: references({
        'ACS::SLB::LoadBalancer': ['LoadBalancerId'],
        'ACS::SLB::VServerGroup': ['answer.VServerGroupId'],
      }),
    },
    AddVServerGroupBackendServers: backends((old, params) => added(old, said(params), ecs), 'BackendServers'),
    RemoveVServerGroupBackendServers: backends((old, params) => removed(old, said(params)), 'BackendServers'),
    ModifyVServerGroupBackendServers: backends((old, params) => {
      const kept = removed(old, backendsIn(params, 'OldBackendServers'));
      return added(kept, backendsIn(params, 'NewBackendServers'), ecs);
    }),
    SetVServerGroupAttribute: onGroup((group, { params }) =>
      put({
        ...group,
        VServerGroupName: text(params, 'VServerGroupName') ?? group.VServerGroupName,
        BackendServers: reweighed(group.BackendServers, said(params)),
      }),
    ),
    DeleteVServerGroup: onGroup((group) => remove(state, group)),
    DescribeVServerGroups: { rw: 'Read', required: ['LoadBalancerId'], run: (call) => list(state, call) },
    DescribeVServerGroupAttribute: {
      rw: 'Read',
      required: ['VServerGroupId'],
      run: ({ params }) => {
        const { Tags, ...group } = vServerGroupIn(state, mandatory(params, 'VServerGroupId'));
        return { ...group, ...backendsAnswer(group.BackendServers), Tags: { Tag: Tags } };
      },
    },
  };
}

function created(state: SlbState, ecs: EcsState, call: Call): VServerGroup {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const { params, now } = call;
  const VServerGroupId = newId('rsp');
  return {
    VServerGroupId,
    LoadBalancerId,
    VServerGroupName: text(params, 'VServerGroupName') ?? VServerGroupId,
    CreateTime: toSecond(now),
    BackendServers: added([], backendsIn(params, 'BackendServers'), ecs),
    Tags: tagsIn(params, 'Tag'),
  };
}

function remove(state: SlbState, { VServerGroupId, LoadBalancerId }: VServerGroup): Answer {
  if (listenersOn(state, LoadBalancerId, VServerGroupId).length > 0) {
    throw new ApiError(400, 'RspoolVipExist', 'there are vips associating with this vServer group.');
  }
  if ([...state.rules.values()].some((rule) => rule.VServerGroupId === VServerGroupId)) {
    throw new ApiError(400, 'RspoolRuleExist', 'there are rules associating with this vServer group.');
  }
  state.vServerGroups.delete(VServerGroupId);
  return {};
}

function list(state: SlbState, call: Call): Answer {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const groups = [...state.vServerGroups.values()].filter((group) => group.LoadBalancerId === LoadBalancerId);
  const isAsked = (name: string): boolean => flag(call.params, name) === true;
  const VServerGroup = groups.map(({ VServerGroupId, VServerGroupName, CreateTime, BackendServers, Tags }) => ({
    VServerGroupId,
    VServerGroupName,
    CreateTime,
    ServerCount: BackendServers.length,
    Tags: { Tag: Tags },
    AssociatedObjects: {
      Listeners: { Listener: isAsked('IncludeListener') ? listenersOn(state, LoadBalancerId, VServerGroupId) : [] },
      Rules: { Rule: isAsked('IncludeRule') ? rulesOn(state, VServerGroupId) : [] },
    },
  }));
  return { VServerGroups: { VServerGroup } };
}

function listenersOn(state: SlbState, lb: string, group: string): readonly Answer[] {
  return listenersOf(state, lb)
    .filter((each) => each.Attributes['VServerGroupId'] === group)
    .map((each) => ({ Port: each.ListenerPort, Protocol: each.ListenerProtocol }));
}

function rulesOn(state: SlbState, group: string): readonly Answer[] {
  return [...state.rules.values()]
    .filter((rule) => rule.VServerGroupId === group)
    .map(({ RuleId, RuleName, Domain, Url }) => ({ RuleId, RuleName, Domain, Url }));
}
