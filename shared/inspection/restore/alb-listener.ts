import type { Json } from '../../model/change.ts';
import { type Content, isContent, textIn, textsIn, without } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, emptied } from './differing.ts';

const FIXED = ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol'];
/** Set by calls of their own. */
const APART = ['Status', 'AclIds', 'AclType', 'LogConfig'];
const RULES_TOO =
  'Forwarding rules and additional certificates of the deleted listener are to be created again as well.';

/** Puts a listener of an Application Load Balancer back: creates it again, deletes it, or sets what differs. */
export function restoreAlbListener({ id, region, present, wanted }: Undo): Remedy {
  const call = (action: string, params: object = {}): string =>
    command('alb', action, region, { ListenerId: id, ...params });
  if (wanted === null) return remedy([call('DeleteListener')]);
  if (!isContent(wanted)) return UNKNOWN;
  if (present === null) return created(id, region, wanted);
  const { Status, LogConfig, ...changed } = differing(present, wanted);
  const settings = without(changed, [...FIXED, ...APART]);
  return remedy(
    [
      ...(Object.keys(settings).length > 0 ? [call('UpdateListenerAttribute', settings)] : []),
      ...(isContent(LogConfig) ? [call('UpdateListenerLogConfig', LogConfig)] : []),
      ...aclCommands(present, wanted, call),
      ...(Status === 'running' ? [call('StartListener')] : []),
      ...(Status === 'stopped' ? [call('StopListener')] : []),
    ],
    ...emptied(present, wanted, ['ListenerDescription']),
  );
}

/** Lists of the other type must all be taken off before any of the right one is put on. */
function aclCommands(present: Json, wanted: Content, call: (action: string, params: object) => string) {
  const [now, then] = [textsIn(present, 'AclIds'), textsIn(wanted, 'AclIds')];
  const AclType = textIn(wanted, 'AclType');
  const isTurned = now.length > 0 && then.length > 0 && textIn(present, 'AclType') !== AclType;
  const off = isTurned ? now : now.filter((id) => !then.includes(id));
  const on = isTurned ? then : then.filter((id) => !now.includes(id));
  return [
    ...(off.length > 0 ? [call('DissociateAclsFromListener', { AclIds: off })] : []),
    ...(on.length > 0 ? [call('AssociateAclsWithListener', { AclIds: on, AclType })] : []),
  ];
}

function created(id: string, region: string, wanted: Content): Remedy {
  const acls = textsIn(wanted, 'AclIds');
  const kind = textIn(wanted, 'AclType')?.toLowerCase();
  return remedy(
    [command('alb', 'CreateListener', region, without(wanted, APART))],
    `The new listener gets another id than ${id}.`,
    RULES_TOO,
    ...(acls.length > 0 ? [`Set ${acls.join(', ')} on it as its ${kind} list.`] : []),
    ...(wanted['Status'] === 'stopped' ? ['It was stopped before it was deleted: stop it once it is there.'] : []),
  );
}
