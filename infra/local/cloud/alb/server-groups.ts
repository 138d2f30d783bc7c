import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { serverPage, serversSaid, serversUpdated, withoutServers, withServers } from '../load-balancers/servers.ts';
import { structureSaid } from '../load-balancers/structures.ts';
import { flag, given, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { tagsIn } from '../tags.ts';
import { anAlbServerGroup } from './defaults.ts';
import { serverGroupIn } from './find.ts';
import type { AlbState, ServerGroup } from './state.ts';

const SETTINGS = {
  ServerGroupName: text,
  Scheduler: oneOf('Wrr', 'Wlc', 'Sch', 'Uch'),
  CrossZoneEnabled: flag,
  UpstreamKeepaliveEnabled: flag,
  ServiceName: text,
};
const STRUCTURES = [
  'HealthCheckConfig',
  'StickySessionConfig',
  'ConnectionDrainConfig',
  'SlowStartConfig',
  'UchConfig',
] as const;
const AT_CREATION = {
  ServerGroupType: oneOf('Instance', 'Ip', 'Fc'),
  Protocol: oneOf('HTTP', 'HTTPS', 'gRPC'),
  Ipv6Enabled: flag,
  ResourceGroupId: text,
};

/** Server groups of Application Load Balancers and their servers. */
export function albServerGroupOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const ofGroup = references({ 'ACS::ALB::ServerGroup': ['ServerGroupId'] });
  const change = (changed: (old: ServerGroup, params: Params) => ServerGroup): Operation => ({
    rw: 'Write',
    required: ['ServerGroupId'],
    run: (call) => {
      const old = serverGroupIn(state, call);
      const next = changed(old, call.params);
      return asJob(state.jobs, call, () => void state.serverGroups.set(old.ServerGroupId, next));
    },
    references: ofGroup,
  });
  const servers = (changed: typeof withServers): Operation =>
    change((old, params) => ({ ...old, Servers: changed(old.Servers, serversSaid(params, 'Servers')) }));
  return {
    CreateServerGroup: {
      rw: 'Write',
      required: ['ServerGroupName'],
      run: (call) => create(state, call),
      references: references({ 'ACS::ALB::ServerGroup': ['answer.ServerGroupId'] }),
    },
    AddServersToServerGroup: servers(withServers),
    RemoveServersFromServerGroup: servers(withoutServers),
    UpdateServerGroupServersAttribute: servers(serversUpdated),
    ReplaceServersInServerGroup: change((old, params) => {
      const kept = withoutServers(old.Servers, serversSaid(params, 'RemovedServers'));
      return { ...old, Servers: withServers(kept, serversSaid(params, 'AddedServers')) };
    }),
    UpdateServerGroupAttribute: change((old, params) => ({
      ...old,
      ...given(params, SETTINGS),
      ...structures(old, params),
    })),
    DeleteServerGroup: {
      rw: 'Write',
      required: ['ServerGroupId'],
      run: (call) => {
        const { ServerGroupId } = serverGroupIn(state, call);
        if (usersOf(state, ServerGroupId).length > 0) {
          throw new ApiError(400, 'ResourceInUse.ServerGroup', 'The specified resource ServerGroup is in use.');
        }
        return asJob(state.jobs, call, () => void state.serverGroups.delete(ServerGroupId));
      },
      references: ofGroup,
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

function create(state: AlbState, call: Call): Answer {
  const { params, region } = call;
  const ServerGroupId = newId('sgp');
  const Tags = tagsIn(params, 'Tag');
  const VpcId = text(params, 'VpcId') ?? '';
  const said = { ...given(params, { ...SETTINGS, ...AT_CREATION }), Tags };
  const fresh = anAlbServerGroup({ ServerGroupId, RegionId: region, VpcId, ...said });
  const group = { ...fresh, ...structures(fresh, params) };
  return asJob(state.jobs, call, () => void state.serverGroups.set(ServerGroupId, group), { ServerGroupId });
}

function structures(old: ServerGroup, params: Params): Partial<ServerGroup> {
  const said = STRUCTURES.flatMap((name) => {
    const value = structureSaid(params, name);
    return value === undefined ? [] : [[name, { ...old[name], ...value }] as const];
  });
  return Object.fromEntries(said);
}

function answer(state: AlbState, { Servers, Tags, ...group }: ServerGroup): Answer {
  return {
    ...group,
    ServerGroupStatus: 'Available',
    ServerCount: Servers.length,
    RelatedLoadBalancerIds: usersOf(state, group.ServerGroupId),
    Tags: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })),
  };
}

/** Load balancers one of whose listeners or rules leads to the group. */
function usersOf(state: AlbState, group: string): readonly string[] {
  const leads = (actions: readonly Answer[]): boolean => JSON.stringify(actions).includes(`"${group}"`);
  const rules = [...state.rules.values()].filter((rule) => leads(rule.RuleActions));
  const listeners = [...state.listeners.values()].filter(
    (one) => leads(one.DefaultActions) || rules.some((rule) => rule.ListenerId === one.ListenerId),
  );
  return [...new Set(listeners.map((one) => one.LoadBalancerId))];
}
