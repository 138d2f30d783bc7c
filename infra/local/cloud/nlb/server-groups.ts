import { listOf, type Params, valueOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { serverPage, serversSaid, serversUpdated, withoutServers, withServers } from '../load-balancers/servers.ts';
import { flag, given, integer, mandatory, oneOf, type Reader, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { anNlbServerGroup } from './defaults.ts';
import { serverGroupIn } from './find.ts';
import type { HealthCheck, NlbState, ServerGroup } from './state.ts';

const texts: Reader<readonly string[]> = (params, name) =>
  valueOf(params, name) === undefined ? undefined : listOf(params, name);
const CHECK = {
  HealthCheckEnabled: flag,
  HealthCheckType: oneOf('TCP', 'HTTP', 'UDP'),
  HealthCheckConnectPort: integer,
  HealthCheckConnectTimeout: integer,
  HealthCheckInterval: integer,
  HealthCheckDomain: text,
  HealthCheckUrl: text,
  HealthCheckHttpCode: texts,
  HttpCheckMethod: oneOf('GET', 'HEAD'),
  HealthyThreshold: integer,
  UnhealthyThreshold: integer,
};
const SETTINGS = {
  ServerGroupName: text,
  Scheduler: oneOf('Wrr', 'Rr', 'Wlc', 'Sch', 'Tch', 'Qch'),
  PreserveClientIpEnabled: flag,
  ConnectionDrainEnabled: flag,
  ConnectionDrainTimeout: integer,
};
const AT_CREATION = {
  ...SETTINGS,
  ServerGroupType: oneOf('Instance', 'Ip'),
  Protocol: oneOf('TCP', 'UDP', 'TCPSSL'),
  AddressIPVersion: oneOf('Ipv4', 'DualStack'),
  AnyPortEnabled: flag,
  ResourceGroupId: text,
};

/** Server groups of Network Load Balancers and their servers. */
export function nlbServerGroupOperations(state: NlbState): Readonly<Record<string, Operation>> {
  const change = (changed: (old: ServerGroup, params: Params) => ServerGroup): Operation => ({
    rw: 'Write',
    required: ['ServerGroupId'],
    run: (call) => {
      const old = serverGroupIn(state, call);
      const { ServerGroupId } = old;
      const next = changed(old, call.params);
      return asJob(state.jobs, call, () => void state.serverGroups.set(ServerGroupId, next), { ServerGroupId });
    },
    references: references({ 'ACS::NLB::ServerGroup': ['ServerGroupId'] }),
  });
  const servers = (changed: typeof withServers): Operation =>
    change((old, params) => ({ ...old, Servers: changed(old.Servers, serversSaid(params, 'Servers')) }));
  return {
    CreateServerGroup: {
      rw: 'Write',
      required: ['ServerGroupName', 'VpcId'],
      run: (call) => create(state, call),
      references: references({ 'ACS::NLB::ServerGroup': ['answer.ServerGroupId'] }),
    },
    AddServersToServerGroup: servers(withServers),
    RemoveServersFromServerGroup: servers(withoutServers),
    UpdateServerGroupServersAttribute: servers(serversUpdated),
    UpdateServerGroupAttribute: change((old, params) => ({
      ...old,
      ...given(params, SETTINGS),
      HealthCheck: checkSaid(params, old.HealthCheck),
    })),
    DeleteServerGroup: {
      rw: 'Write',
      required: ['ServerGroupId'],
      run: (call) => remove(state, call),
      references: references({ 'ACS::NLB::ServerGroup': ['ServerGroupId'] }),
    },
    ListServerGroups: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'ServerGroups',
          [...state.serverGroups.values()].filter(({ RegionId }) => RegionId === call.region),
          [['ServerGroupIds', (one) => [one.ServerGroupId]]],
          (one) => answer(state, one),
        ),
    },
    ListServerGroupServers: {
      rw: 'Read',
      required: ['ServerGroupId'],
      run: (call) => {
        const { ServerGroupId, Servers } = serverGroupIn(state, call);
        return serverPage(call, ServerGroupId, Servers);
      },
    },
  };
}

function create(state: NlbState, call: Call): Answer {
  const { params, region } = call;
  const ServerGroupId = newId('sgp');
  const fresh = anNlbServerGroup({
    ServerGroupId,
    RegionId: region,
    VpcId: mandatory(params, 'VpcId'),
    ...given(params, AT_CREATION),
    Tags: tagsIn(params, 'Tag'),
  });
  const group = { ...fresh, HealthCheck: checkSaid(params, fresh.HealthCheck) };
  return asJob(state.jobs, call, () => void state.serverGroups.set(ServerGroupId, group), { ServerGroupId });
}

function remove(state: NlbState, call: Call): Answer {
  const { ServerGroupId } = serverGroupIn(state, call);
  if (usersOf(state, ServerGroupId).length > 0) {
    throw new ApiError(400, 'ResourceInUse.serverGroup', 'The specified resource serverGroup is in use.');
  }
  return asJob(state.jobs, call, () => void state.serverGroups.delete(ServerGroupId));
}

function checkSaid(params: Params, old: HealthCheck): HealthCheck {
  const said = valueOf(params, 'HealthCheckConfig');
  return typeof said === 'object' ? { ...old, ...given({ ...said }, CHECK) } : old;
}

function answer(state: NlbState, { Servers, Tags, ...group }: ServerGroup): Answer {
  return {
    ...group,
    ServerGroupStatus: 'Available',
    ServerCount: Servers.length,
    RelatedLoadBalancerIds: usersOf(state, group.ServerGroupId),
    Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })),
  };
}

function usersOf(state: NlbState, group: string): readonly string[] {
  const users = [...state.listeners.values()].filter((one) => one.ServerGroupId === group);
  return [...new Set(users.map((one) => one.LoadBalancerId))];
}
