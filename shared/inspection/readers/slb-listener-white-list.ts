import { listOf } from '../../model/params.ts';
import { isContent, textIn, textsIn } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Predict, type Reader } from '../reader.ts';
import { command, remedy } from '../restore/command.ts';

const FIELDS: Fields = { AccessControlStatus: 'word', SourceItems: 'list' };
const SUBJECT = ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol'];

/** The older white list of a listener, which stands beside its access control list. */
export const slbListenerWhiteList: Reader = {
  kind: 'slb.listener',
  aspect: 'white-list',
  effects: ['acl-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const [LoadBalancerId = '', ListenerPort = '', ListenerProtocol] = id.split('/');
    const params = { LoadBalancerId, ListenerPort, ListenerProtocol };
    return contentOf(
      await answerOf(place, 'slb', 'DescribeListenerAccessControlAttribute', params, 'AccessControlStatus'),
      FIELDS,
    );
  }),
  predict: byAction({
    SetListenerAccessControlStatus: ({ params }, _, before) => overlaid(before, requested(params, SUBJECT, FIELDS)),
    AddListenerWhiteListItem: items((had, named) => [...new Set([...had, ...named])]),
    RemoveListenerWhiteListItem: items((had, named) => had.filter((item) => !named.includes(item))),
  }),
  restore: ({ id, region, present, wanted }) => {
    const [LoadBalancerId, ListenerPort, ListenerProtocol] = id.split('/');
    const subject = { LoadBalancerId, ListenerPort, ListenerProtocol };
    const call = (action: string, params: object): string => command('slb', action, region, { ...subject, ...params });
    const [now, then] = [textsIn(present, 'SourceItems'), textsIn(wanted, 'SourceItems')];
    const added = now.filter((item) => !then.includes(item));
    const removed = then.filter((item) => !now.includes(item));
    const AccessControlStatus = textIn(wanted, 'AccessControlStatus');
    const isSwitched =
      AccessControlStatus !== undefined && AccessControlStatus !== textIn(present, 'AccessControlStatus');
    return remedy([
      ...(removed.length > 0 ? [call('AddListenerWhiteListItem', { SourceItems: removed.join(',') })] : []),
      ...(added.length > 0 ? [call('RemoveListenerWhiteListItem', { SourceItems: added.join(',') })] : []),
      ...(isSwitched ? [call('SetListenerAccessControlStatus', { AccessControlStatus })] : []),
    ]);
  },
};

function items(change: (had: readonly string[], named: readonly string[]) => readonly string[]): Predict {
  return ({ params }, _, before) => {
    const named = listOf(params, 'SourceItems');
    if (!isContent(before) || named.length === 0) return undefined;
    return { ...before, SourceItems: change(textsIn(before, 'SourceItems'), named).toSorted() };
  };
}
