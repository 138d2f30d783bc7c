import { CloudError } from '../../errors.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { settledStatus } from '../load-balancer-calls.ts';
import { answerOf, byAction, byId, gone, type Predict, type Reader } from '../reader.ts';
import { restoreNlbListener } from '../restore/nlb-listener.ts';

/** What `CreateListener` takes. */
export const NLB_LISTENER_FIELDS: Fields = {
  LoadBalancerId: 'text',
  ListenerPort: 'number',
  ListenerProtocol: 'text',
  ListenerDescription: 'text',
  ServerGroupId: 'text',
  StartPort: 'number',
  EndPort: 'number',
  IdleTimeout: 'number',
  Cps: 'number',
  Mss: 'number',
  ProxyProtocolEnabled: 'flag',
  SecSensorEnabled: 'flag',
  AlpnEnabled: 'flag',
  AlpnPolicy: 'text',
  CaEnabled: 'flag',
  SecurityPolicyId: 'text',
  CertificateIds: 'list',
  CaCertificateIds: 'list',
};

/** A listener of a Network Load Balancer: `lsn-…@6443`. */
export const nlbListener: Reader = {
  kind: 'nlb.listener',
  aspect: 'configuration',
  effects: ['listener-changed', 'created'],
  batch: 20,
  read: async (place, ids) => {
    const answer = await answerOf(place, 'nlb', 'ListListeners', { ListenerIds: ids, MaxResults: 100 }, 'Listeners');
    if (typeof answer['NextToken'] === 'string' && answer['NextToken'] !== '') {
      throw new CloudError('Incomplete', 'more listeners than were asked for');
    }
    return byId(ids, membersOf(answer['Listeners']), undefined, (listener) => [
      textIn(listener, 'ListenerId'),
      contentIn(listener),
    ]);
  },
  predict: byAction({
    CreateListener: ({ params }) => overlaid({ Status: 'running' }, requested(params, ['Tag'], NLB_LISTENER_FIELDS)),
    UpdateListenerAttribute: ({ params }, _, before) =>
      isContent(before) ? overlaid(before, requested(params, ['ListenerId'], NLB_LISTENER_FIELDS)) : undefined,
    StartListener: switched('running'),
    StopListener: switched('stopped'),
    DeleteListener: gone,
  }),
  // The API server is reached through this listener and no other.
  demand: ({ role }, content) => {
    if (role !== 'api-server-load-balancer' || !isContent(content) || content['ListenerPort'] !== 6443) return content;
    return { ...content, Status: 'running' };
  },
  restore: restoreNlbListener,
};

function contentIn(listener: Content): Content {
  const { ListenerStatus } = contentOf(listener, { ListenerStatus: 'word' });
  return { ...contentOf(listener, NLB_LISTENER_FIELDS), ...settledStatus(ListenerStatus, 'running') };
}

function switched(Status: 'running' | 'stopped'): Predict {
  return (_, __, before) => (isContent(before) ? { ...before, Status } : undefined);
}
