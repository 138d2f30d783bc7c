import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import type { EcsState } from '../ecs/state.ts';
import { newId } from '../ids.ts';
import { badParameter, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { added, backendsIn } from './backends.ts';
import { listenersOf, loadBalancerIn, masterSlaveGroupIn } from './find.ts';
import { backendAnswer } from './load-balancer-answer.ts';
import type { MasterSlaveGroup, SlbState } from './state.ts';

/** Master-slave server groups: two backends, of which the second waits for the first to fail. */
export function masterSlaveGroupOperations(state: SlbState, ecs: EcsState): Readonly<Record<string, Operation>> {
  const named = (call: Call): MasterSlaveGroup =>
    masterSlaveGroupIn(state, mandatory(call.params, 'MasterSlaveServerGroupId'));
  return {
    CreateMasterSlaveServerGroup: {
      rw: 'Write',
      required: ['LoadBalancerId', 'MasterSlaveBackendServers'],
      run: (call) => create(state, ecs, call),
      references: references({
        'ACS::SLB::LoadBalancer': ['LoadBalancerId'],
        'ACS::SLB::MasterSlaveServerGroup': ['answer.MasterSlaveServerGroupId'],
      }),
    },
    DeleteMasterSlaveServerGroup: {
      rw: 'Write',
      required: ['MasterSlaveServerGroupId'],
      run: (call) => remove(state, named(call)),
      references: references({ 'ACS::SLB::MasterSlaveServerGroup': ['MasterSlaveServerGroupId'] }),
    },
    DescribeMasterSlaveServerGroups: { rw: 'Read', required: ['LoadBalancerId'], run: (call) => list(state, call) },
    DescribeMasterSlaveServerGroupAttribute: {
      rw: 'Read',
      required: ['MasterSlaveServerGroupId'],
      run: (call) => ({ LoadBalancerId: named(call).LoadBalancerId, ...answer(named(call)) }),
    },
  };
}

function create(state: SlbState, ecs: EcsState, call: Call): Answer {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const said = backendsIn(call.params, 'MasterSlaveBackendServers');
  const roles = said.map((each) => each.ServerType ?? 'Slave').toSorted();
  if (roles.join(' ') !== 'Master Slave') throw badParameter('MasterSlaveBackendServers');
  const MasterSlaveServerGroupId = newId('rsp');
  const group = {
    MasterSlaveServerGroupId,
    MasterSlaveServerGroupName: text(call.params, 'MasterSlaveServerGroupName') ?? MasterSlaveServerGroupId,
    LoadBalancerId,
    CreateTime: toSecond(call.now),
    MasterSlaveBackendServers: added([], said, ecs).map((each) => ({
      ...each,
      ServerType: each.ServerType ?? 'Slave',
    })),
    Tags: tagsIn(call.params, 'Tag'),
  };
  state.masterSlaveGroups.set(MasterSlaveServerGroupId, group);
  return answer(group);
}

function remove(state: SlbState, { MasterSlaveServerGroupId, LoadBalancerId }: MasterSlaveGroup): Answer {
  if (listenersOn(state, LoadBalancerId, MasterSlaveServerGroupId).length > 0) {
    throw new ApiError(400, 'RspoolVipExist', 'there are vips associating with this MasterSlave server group.');
  }
  state.masterSlaveGroups.delete(MasterSlaveServerGroupId);
  return {};
}

function list(state: SlbState, call: Call): Answer {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const groups = [...state.masterSlaveGroups.values()].filter((group) => group.LoadBalancerId === LoadBalancerId);
  const MasterSlaveServerGroup = groups.map((group) => ({
    MasterSlaveServerGroupId: group.MasterSlaveServerGroupId,
    MasterSlaveServerGroupName: group.MasterSlaveServerGroupName,
    CreateTime: group.CreateTime,
    Tags: { Tag: group.Tags },
    AssociatedObjects: {
      Listeners: { Listener: listenersOn(state, LoadBalancerId, group.MasterSlaveServerGroupId) },
      Rules: { Rule: [] },
    },
  }));
  return { MasterSlaveServerGroups: { MasterSlaveServerGroup } };
}

function answer(group: MasterSlaveGroup): Answer {
  const { MasterSlaveServerGroupId, MasterSlaveServerGroupName, MasterSlaveBackendServers, CreateTime, Tags } = group;
  return {
    MasterSlaveServerGroupId,
    MasterSlaveServerGroupName,
    CreateTime,
    MasterSlaveBackendServers: { MasterSlaveBackendServer: MasterSlaveBackendServers.map(backendAnswer) },
    Tags: { Tag: Tags },
  };
}

function listenersOn(state: SlbState, lb: string, group: string): readonly Answer[] {
  return listenersOf(state, lb)
    .filter((each) => each.Attributes['MasterSlaveServerGroupId'] === group)
    .map((each) => ({ Port: each.ListenerPort, Protocol: each.ListenerProtocol }));
}
