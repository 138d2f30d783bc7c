import { listOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { tokenPage } from '../pages.ts';
import { badParameter, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { aListener } from './defaults.ts';
import { aclIdsOf, aclIn, isMet, listenerIn, listenersOf, loadBalancerIn, vServerGroupIn } from './find.ts';
import { attributesIn, LISTENER_SETTINGS } from './listener-attributes.ts';
import { listenerAnswer, listenerRow } from './listener-answer.ts';
import { type Attributes, type Listener, listenerKey, type Protocol, type SlbState } from './state.ts';

const ofLoadBalancer = references({ 'ACS::SLB::LoadBalancer': ['LoadBalancerId'] });

/** Creating, setting and reading listeners of every protocol, and listing them. */
export function listenerOperations(state: SlbState): Readonly<Record<string, Operation>> {
  const byProtocol = (['tcp', 'udp', 'http', 'https'] as const).flatMap((protocol): [string, Operation][] => {
    const name = protocol.toUpperCase();
    const required = ['LoadBalancerId', 'ListenerPort'];
    const write = { rw: 'Write', required, references: ofLoadBalancer } as const;
    return [
      [`CreateLoadBalancer${name}Listener`, { ...write, run: (call) => create(state, call, protocol) }],
      [`SetLoadBalancer${name}ListenerAttribute`, { ...write, run: (call) => set(state, call, protocol) }],
      [
        `DescribeLoadBalancer${name}ListenerAttribute`,
        { rw: 'Read', required, run: (call) => listenerAnswer(state, listenerIn(state, call, protocol)) },
      ],
    ];
  });
  return {
    ...Object.fromEntries(byProtocol),
    DescribeLoadBalancerListeners: { rw: 'Read', run: (call) => list(state, call) },
    DeleteLoadBalancerListener: {
      rw: 'Write',
      required: ['LoadBalancerId', 'ListenerPort'],
      run: (call) => remove(state, listenerIn(state, call)),
      references: ofLoadBalancer,
    },
    StartLoadBalancerListener: statusOperation(state, 'running'),
    StopLoadBalancerListener: statusOperation(state, 'stopped'),
  };
}

function create(state: SlbState, call: Call, ListenerProtocol: Protocol): Answer {
  const { LoadBalancerId } = loadBalancerIn(state, call);
  const ListenerPort = integer(call.params, 'ListenerPort') ?? 0;
  if (ListenerPort < 1 || ListenerPort > 65_535) throw badParameter('ListenerPort');
  const isTaken = listenersOf(state, LoadBalancerId).some(
    (each) => each.ListenerPort === ListenerPort && (each.ListenerProtocol === 'udp') === (ListenerProtocol === 'udp'),
  );
  if (isTaken) throw new ApiError(400, 'ListenerAlreadyExists', 'A listener with the specified port already exists');
  const Attributes = attributesIn(call.params, LISTENER_SETTINGS[ListenerProtocol]);
  const listener = aListener({
    LoadBalancerId,
    ListenerPort,
    ListenerProtocol,
    Status: 'stopped',
    Attributes,
    Tags: tagsIn(call.params, 'Tag'),
  });
  const hasBackends = ['VServerGroupId', 'MasterSlaveServerGroupId', 'ForwardPort'].some((name) => name in Attributes);
  if (!hasBackends) mandatory(call.params, 'BackendServerPort');
  return keep(state, call, listener);
}

function set(state: SlbState, call: Call, protocol: Protocol): Answer {
  const listener = listenerIn(state, call, protocol);
  const changed = attributesIn(call.params, LISTENER_SETTINGS[protocol]);
  const kept = withoutGroup(call.params, listener.Attributes, changed);
  return keep(state, call, { ...listener, Attributes: { ...kept, ...changed } });
}

/** A listener has one server group: another sort takes the place of the first, and `off` takes it away. */
function withoutGroup(params: Params, old: Attributes, changed: Attributes): Attributes {
  const isOff = (name: string): boolean => oneOf('on', 'off')(params, name) === 'off';
  const gone = new Set<string>();
  if (isOff('VServerGroup') || 'MasterSlaveServerGroupId' in changed) gone.add('VServerGroupId');
  if (isOff('MasterSlaveServerGroup') || 'VServerGroupId' in changed) gone.add('MasterSlaveServerGroupId');
  return Object.fromEntries(Object.entries(old).filter(([name]) => !gone.has(name)));
}

function keep(state: SlbState, { params, region }: Call, listener: Listener): Answer {
  const { LoadBalancerId, ListenerPort, ListenerProtocol, Attributes } = listener;
  const group = Attributes['VServerGroupId'];
  if (group !== undefined && vServerGroupIn(state, String(group)).LoadBalancerId !== LoadBalancerId) {
    throw new ApiError(400, 'VipNotMatchRspool', 'The vip protocol is not match with Rspool.');
  }
  for (const id of aclIdsOf(listener)) aclIn(state, id, region);
  if (Attributes['AclStatus'] === 'on') {
    if (Attributes['AclId'] === undefined) mandatory(params, 'AclId');
    if (Attributes['AclType'] === undefined) mandatory(params, 'AclType');
  }
  state.listeners.set(listenerKey(LoadBalancerId, ListenerPort, ListenerProtocol), listener);
  return {};
}

/** Takes a listener away with its forwarding rules and its further domains. */
export function remove(state: SlbState, { LoadBalancerId, ListenerPort, ListenerProtocol }: Listener): Answer {
  state.listeners.delete(listenerKey(LoadBalancerId, ListenerPort, ListenerProtocol));
  for (const children of [state.rules, state.domainExtensions]) {
    for (const [id, child] of children) {
      if (child.LoadBalancerId === LoadBalancerId && child.ListenerPort === ListenerPort) children.delete(id);
    }
  }
  return {};
}

function statusOperation(state: SlbState, Status: Listener['Status']): Operation {
  return {
    rw: 'Write',
    required: ['LoadBalancerId', 'ListenerPort'],
    run: (call) => {
      const listener = listenerIn(state, call);
      const key = listenerKey(listener.LoadBalancerId, listener.ListenerPort, listener.ListenerProtocol);
      state.listeners.set(key, { ...listener, Status });
      return {};
    },
    references: ofLoadBalancer,
  };
}

function list(state: SlbState, call: Call): Answer {
  const wanted = listOf(call.params, 'LoadBalancerId');
  const tags = tagsIn(call.params, 'Tag');
  const found = [...state.listeners.values()].filter(
    (each) =>
      state.loadBalancers.get(each.LoadBalancerId)?.RegionId === call.region &&
      (wanted.length === 0 || wanted.includes(each.LoadBalancerId)) &&
      isMet(call, 'ListenerProtocol', each.ListenerProtocol) &&
      isMet(call, 'ListenerPort', String(each.ListenerPort)) &&
      String(each.Attributes['Description'] ?? '').includes(text(call.params, 'Description') ?? '') &&
      carries(each.Tags, tags),
  );
  const { items, NextToken, MaxResults } = tokenPage(call.params, found, { usual: 20, most: 100 });
  return { Listeners: items.map(listenerRow), NextToken, MaxResults, TotalCount: found.length };
}
