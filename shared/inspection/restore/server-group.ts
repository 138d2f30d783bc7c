import { serverChanges, serversOf } from '../backends.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { moved } from '../load-balancer-calls.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, inPieces, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

/** How many servers one call takes. */
const AT_ONCE = 40;
/** Fields that only creation takes. */
const FIXED = ['ServerGroupType', 'Protocol', 'VpcId', 'AddressIPVersion', 'AnyPortEnabled', 'Ipv6Enabled'];

/** Puts a server group back: its settings, then its servers, first those that are missing. */
export function restoreServerGroup(product: 'alb' | 'nlb'): (undo: Undo) => Remedy {
  return ({ id, region, present, wanted }) => {
    const call = (action: string, params: object): string =>
      command(product, action, region, { ServerGroupId: id, ...params });
    if (wanted === null) return remedy([call('DeleteServerGroup', {})]);
    if (!isContent(wanted)) return UNKNOWN;
    if (!isContent(present)) return created(product, id, region, wanted);
    const { ResourceGroupId, ...changed } = without(differing(present, wanted), ['Servers', ...FIXED]);
    const { missing, surplus, otherwise } = serverChanges(serversOf(present, 'Servers'), serversOf(wanted, 'Servers'));
    const each = (action: string, servers: readonly Content[]): readonly string[] =>
      inPieces(servers, AT_ONCE).map((Servers) => call(action, { Servers }));
    return remedy([
      ...(Object.keys(changed).length > 0 ? [call('UpdateServerGroupAttribute', changed)] : []),
      ...each('AddServersToServerGroup', missing),
      ...each(
        'RemoveServersFromServerGroup',
        surplus.map((server) => without(server, ['Weight', 'Description'])),
      ),
      ...each('UpdateServerGroupServersAttribute', otherwise),
      ...(ResourceGroupId === undefined ? [] : [moved(product, 'servergroup', id, region, wanted)]),
    ]);
  };
}

function created(product: 'alb' | 'nlb', id: string, region: string, wanted: Content): Remedy {
  const servers = serversOf(wanted, 'Servers').map((one) => `${textIn(one, 'ServerId')}:${textIn(one, 'Port')}`);
  const add = servers.length > 0 ? ` add ${servers.join(', ')} to it and` : '';
  return remedy(
    [command(product, 'CreateServerGroup', region, without(wanted, ['Servers']))],
    `The new server group gets another id than ${id}:${add} point the listeners and rules that used the old one at it.`,
  );
}
