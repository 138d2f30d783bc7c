import type { Json } from '../../model/change.ts';
import type { Params } from '../../model/params.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { isListenerProtocol, LISTENER_FIELDS, type ListenerProtocol } from '../readers/slb-listener-fields.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, emptied, surplus } from './differing.ts';

/** Fields that a call takes only together. */
const TOGETHER: readonly (readonly string[])[] = [
  ['AclStatus', 'AclType', 'AclId'],
  ['StickySession', 'StickySessionType', 'CookieTimeout', 'Cookie'],
  ['ListenerForward', 'ForwardPort'],
];
const HEALTH = /^(?:HealthCheck|HealthyThreshold|UnhealthyThreshold)/u;
/** A group's id goes with a word that says whether it counts. */
const SWITCHES = [
  ['VServerGroup', 'VServerGroupId'],
  ['MasterSlaveServerGroup', 'MasterSlaveServerGroupId'],
] as const;
/** Fields that only creation takes. */
const AT_CREATION = new Set(['BackendServerPort', 'ListenerForward', 'ForwardPort']);
const RULES_TOO = 'Forwarding rules and additional domains of the deleted listener are to be created again as well.';

/** Puts a listener back: creates it again, deletes it, or sets what differs. */
export function restoreListener({ id, region, present, wanted }: Undo): Remedy {
  const [LoadBalancerId = '', port = '', said] = id.split('/');
  const protocol = textIn(wanted, 'ListenerProtocol') ?? textIn(present, 'ListenerProtocol') ?? said;
  if (!isListenerProtocol(protocol)) return UNKNOWN;
  const subject = { LoadBalancerId, ListenerPort: port };
  const call = (action: string, params: Params): string => command('slb', action, region, { ...subject, ...params });
  const named = { ListenerProtocol: protocol };
  if (wanted === null) return remedy([call('DeleteLoadBalancerListener', named)]);
  if (!isContent(wanted)) return UNKNOWN;
  const starts = wanted['Status'] === 'running' ? [call('StartLoadBalancerListener', named)] : [];
  if (present === null) {
    const notes = protocol === 'http' || protocol === 'https' ? [RULES_TOO] : [];
    const created = call(`CreateLoadBalancer${protocol.toUpperCase()}Listener`, creation(protocol, wanted));
    return remedy([created, ...starts], ...notes);
  }
  const { params, left } = edit(protocol, present, wanted);
  const set = Object.keys(params).length > 0;
  const stops = wanted['Status'] === 'stopped' ? [call('StopLoadBalancerListener', named)] : [];
  const isStatusOff = textIn(present, 'Status') !== textIn(wanted, 'Status');
  return remedy(
    [
      ...(set ? [call(`SetLoadBalancer${protocol.toUpperCase()}ListenerAttribute`, params)] : []),
      ...(isStatusOff ? [...starts, ...stops] : []),
    ],
    ...emptied(present, wanted, ['Description']),
    ...left.map((name) => `No call sets ${name} of a listener back; delete the listener and create it anew for that.`),
  );
}

/** What differs, with everything that must go with it; `left` no call can set. */
function edit(protocol: ListenerProtocol, present: Json, wanted: Content): { params: Params; left: readonly string[] } {
  const fields = LISTENER_FIELDS[protocol];
  const changed = new Set([...Object.keys(differing(present, wanted)), ...surplus(present, wanted)]);
  const touched = [...changed].filter((name) => name in fields);
  const groups = [...TOGETHER, Object.keys(fields).filter((name) => HEALTH.test(name))];
  const names = new Set(touched.flatMap((name) => groups.find((group) => group.includes(name)) ?? [name]));
  const settable = [...names].filter((name) => !AT_CREATION.has(name) && wanted[name] !== undefined);
  const params: Record<string, unknown> = Object.fromEntries(
    settable.map((name) => [nameIn(protocol, name), wanted[name]]),
  );
  for (const [word, idName] of SWITCHES) {
    if (touched.includes(idName)) params[word] = wanted[idName] === undefined ? 'off' : 'on';
  }
  const left = touched.filter((name) => AT_CREATION.has(name));
  return { params, left };
}

function creation(protocol: ListenerProtocol, wanted: Content): Params {
  const known = Object.keys(LISTENER_FIELDS[protocol]).filter(
    (name) => wanted[name] !== undefined && name !== 'SynProxy',
  );
  const params = known.map((name): [string, Json | undefined] => {
    const isLayer4 = protocol === 'tcp' || protocol === 'udp';
    // Spelled with a small letter in these two calls alone.
    return [isLayer4 && name === 'HealthCheckInterval' ? 'healthCheckInterval' : nameIn(protocol, name), wanted[name]];
  });
  const needed = protocol === 'http' || protocol === 'https' ? { StickySession: 'off', HealthCheck: 'off' } : {};
  return { Bandwidth: -1, ...needed, ...Object.fromEntries(params) };
}

function nameIn(protocol: ListenerProtocol, name: string): string {
  if (protocol === 'http' || protocol === 'https') return name;
  if (name === 'HealthCheck') return 'HealthCheckSwitch';
  if (name === 'HealthCheckReq' || name === 'HealthCheckExp') return name.replace('Health', 'health');
  return name;
}
