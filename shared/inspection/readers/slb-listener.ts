import { CloudError } from '../../errors.ts';
import type { Json } from '../../model/change.ts';
import type { AuditEvent } from '../../model/event.ts';
import { textOf } from '../../model/params.ts';
import { isContent, same, textIn, without } from '../content.ts';
import { contentOf, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Place, type Predict, type Reader } from '../reader.ts';
import { restoreListener } from '../restore/listener.ts';
import { idleIn, isListenerProtocol, LISTENER_FIELDS, type ListenerProtocol } from './slb-listener-fields.ts';

const SUBJECT = ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol'];
const ALIASES = { HealthCheckSwitch: 'HealthCheck' };
/** Switches that only say whether the id beside them counts. */
const SWITCHES = { VServerGroup: 'VServerGroupId', MasterSlaveServerGroup: 'MasterSlaveServerGroupId' } as const;

/** A listener: `lb-…/6443/tcp`. Where the id lacks the protocol, the listing tells it. */
export const slbListener: Reader = {
  kind: 'slb.listener',
  aspect: 'configuration',
  effects: ['listener-changed', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const [lb = '', port = '', said] = id.split('/');
    const protocol = said ?? (await protocolOn(place, lb, port));
    if (protocol === undefined) return null;
    if (isListenerProtocol(protocol)) return readListener(place, lb, port, protocol);
    throw new CloudError('NoReadCall', `no call reads a listener of ${protocol}`);
  }),
  predict: byAction({
    SetLoadBalancerTCPListenerAttribute: edited('tcp'),
    SetLoadBalancerUDPListenerAttribute: edited('udp'),
    SetLoadBalancerHTTPListenerAttribute: edited('http'),
    SetLoadBalancerHTTPSListenerAttribute: edited('https'),
    CreateLoadBalancerTCPListener: edited('tcp'),
    CreateLoadBalancerUDPListener: edited('udp'),
    CreateLoadBalancerHTTPListener: edited('http'),
    CreateLoadBalancerHTTPSListener: edited('https'),
    StartLoadBalancerListener: switched('running'),
    StopLoadBalancerListener: switched('stopped'),
    DeleteLoadBalancerListener: gone,
  }),
  // The API server is reached through this listener and no other.
  demand: ({ role }, content) => {
    if (role !== 'api-server-load-balancer' || !isContent(content) || content['ListenerPort'] !== 6443) return content;
    return { ...content, Status: 'running' };
  },
  restore: restoreListener,
};

async function readListener(place: Place, lb: string, port: string, protocol: ListenerProtocol): Promise<Json> {
  const action = `DescribeLoadBalancer${protocol.toUpperCase()}ListenerAttribute`;
  const answer = await answerOf(
    place,
    'slb',
    action,
    { LoadBalancerId: lb, ListenerPort: port },
    { ListenerPort: port },
  );
  const AclId = contentOf(answer, { AclId: 'text', AclIds: 'list' });
  const several = Array.isArray(AclId['AclIds']) ? AclId['AclIds'].join(',') : '';
  const fields = { ...LISTENER_FIELDS[protocol], Status: 'word' } as const;
  const content = contentOf({ ...answer, AclId: AclId['AclId'] ?? several }, fields);
  return { ListenerPort: Number(port), ListenerProtocol: protocol, ...without(content, idleIn(content)) };
}

async function protocolOn(place: Place, lb: string, port: string): Promise<string | undefined> {
  const answer = await answerOf(
    place,
    'slb',
    'DescribeLoadBalancerListeners',
    {
      LoadBalancerId: [lb],
      MaxResults: 100,
    },
    'Listeners',
  );
  const found = membersOf(answer['Listeners']).find((listener) => textIn(listener, 'ListenerPort') === port);
  if (found === undefined && typeof answer['NextToken'] === 'string' && answer['NextToken'] !== '') {
    throw new CloudError('Incomplete', `${lb} has more listeners than one page tells`);
  }
  return textIn(found, 'ListenerProtocol')?.toLowerCase();
}

function edited(protocol: ListenerProtocol): Predict {
  return ({ params }: AuditEvent, _, before) => {
    const asked = requested(params, [...SUBJECT, ...Object.keys(SWITCHES)], LISTENER_FIELDS[protocol], ALIASES);
    if (asked === undefined) return undefined;
    const had = isContent(before) ? before : {};
    const idle = idleIn({ ...had, ...asked });
    // Set aside for later, without any effect yet: that is more than nothing.
    if (idle.some((name) => (asked[name] ?? null) !== null && !same(asked[name] ?? null, had[name] ?? null)))
      return undefined;
    const off = Object.entries(SWITCHES).filter(([name]) => textOf(params, name)?.toLowerCase() === 'off');
    const dropped = [...idle, ...off.map(([, id]) => id)];
    return overlaid(without(had, dropped), without(asked, dropped));
  };
}

function switched(Status: 'running' | 'stopped'): Predict {
  return (_, __, before) => (isContent(before) ? { ...before, Status } : undefined);
}
