import { serverChanges, serversOf } from '../backends.ts';
import { type Content, isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';

/** How many backends one call takes. */
const AT_ONCE = 20;

/** Puts a vServer group's backends back: first those that are missing, so that somebody always answers. */
export function restoreVServerGroup({ id, region, present, wanted }: Undo): Remedy {
  const call = (action: string, params: object): string =>
    command('slb', action, region, { VServerGroupId: id, ...params });
  if (wanted === null) return remedy([call('DeleteVServerGroup', {})]);
  if (!isContent(wanted)) return UNKNOWN;
  if (present === null) return created(id, region, wanted);
  const { missing, surplus, otherwise } = serverChanges(serversOf(present), serversOf(wanted));
  const each = (action: string, servers: readonly Content[]): readonly string[] =>
    inPieces(servers, AT_ONCE).map((piece) => call(action, { BackendServers: JSON.stringify(piece) }));
  const name = textIn(wanted, 'VServerGroupName');
  const isRenamed = name !== undefined && name !== textIn(present, 'VServerGroupName');
  return remedy([
    ...(isRenamed ? [call('SetVServerGroupAttribute', { VServerGroupName: name })] : []),
    ...each('AddVServerGroupBackendServers', missing),
    ...each('RemoveVServerGroupBackendServers', surplus),
    ...each('SetVServerGroupAttribute', otherwise),
  ]);
}

function created(id: string, region: string, wanted: Content): Remedy {
  const [first = [], ...rest] = inPieces(serversOf(wanted), AT_ONCE);
  const params = {
    LoadBalancerId: wanted['LoadBalancerId'],
    VServerGroupName: wanted['VServerGroupName'],
    BackendServers: JSON.stringify(first),
  };
  const more = rest.length > 0 ? ` Add the other ${rest.flat().length} backends to it.` : '';
  return remedy(
    [command('slb', 'CreateVServerGroup', region, params)],
    `The new server group gets another id than ${id}: point the listeners and rules that used the old one at it.${more}`,
  );
}
