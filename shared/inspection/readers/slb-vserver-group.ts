import type { Json } from '../../model/change.ts';
import type { AuditEvent } from '../../model/event.ts';
import { textOf } from '../../model/params.ts';
import { minus, plus, serversAsked, serversIn, serversOf, weighed } from '../backends.ts';
import { isContent } from '../content.ts';
import { contentOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { restoreVServerGroup } from '../restore/vserver-group.ts';

/** A vServer group (虚拟服务器组) and its backends. */
export const slbVServerGroup: Reader = {
  kind: 'slb.vserver-group',
  aspect: 'configuration',
  effects: ['backends-changed', 'backend-weights-changed', 'server-group-deleted', 'created'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const answer = await answerOf(
      place,
      'slb',
      'DescribeVServerGroupAttribute',
      { VServerGroupId: id },
      { VServerGroupId: id },
    );
    return {
      ...contentOf(answer, { VServerGroupName: 'text', LoadBalancerId: 'text' }),
      BackendServers: serversIn(answer['BackendServers']),
    };
  }),
  predict: byAction({
    DeleteVServerGroup: gone,
    CreateVServerGroup: (event) => ({
      ...contentOf(event.params, { VServerGroupName: 'text', LoadBalancerId: 'text' }),
      BackendServers: plus([], serversAsked(event.params, 'BackendServers')),
    }),
    AddVServerGroupBackendServers: (event, _, before) => replaced(event, before, plus),
    RemoveVServerGroupBackendServers: (event, _, before) => replaced(event, before, minus),
    SetVServerGroupAttribute: (event, _, before) => replaced(event, before, weighed),
    ModifyVServerGroupBackendServers: ({ params }, _, before) => {
      const [old, fresh] = [serversAsked(params, 'OldBackendServers'), serversAsked(params, 'NewBackendServers')];
      if (!isContent(before) || old.length + fresh.length === 0) return undefined;
      return { ...before, BackendServers: plus(minus(serversOf(before), old), fresh) };
    },
  }),
  // The one call that says both what was and what is to be.
  recall: ({ action, params }, _, after) => {
    if (action.toLowerCase() !== 'modifyvservergroupbackendservers' || !isContent(after)) return undefined;
    const rest = minus(serversOf(after), serversAsked(params, 'NewBackendServers'));
    return { ...after, BackendServers: plus(rest, serversAsked(params, 'OldBackendServers')) };
  },
  restore: restoreVServerGroup,
};

function replaced({ params }: AuditEvent, before: Json, change: typeof weighed): Json | undefined {
  const name = textOf(params, 'VServerGroupName');
  const named = serversAsked(params, 'BackendServers');
  if (!isContent(before) || (name === undefined && named.length === 0)) return undefined;
  const BackendServers = change(serversOf(before), named);
  return { ...before, ...(name === undefined ? {} : { VServerGroupName: name }), BackendServers };
}
