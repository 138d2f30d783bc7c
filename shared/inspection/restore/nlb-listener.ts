import { isContent, same, textIn, without } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, emptied } from './differing.ts';

/** Fields that only creation takes. */
const FIXED = ['LoadBalancerId', 'ListenerPort', 'ListenerProtocol', 'StartPort', 'EndPort'];

/** Puts a listener of a Network Load Balancer back: creates it again, deletes it, or sets what differs. */
export function restoreNlbListener({ id, region, present, wanted }: Undo): Remedy {
  const own = { ListenerId: id };
  const call = (action: string, params: object = {}): string => command('nlb', action, region, { ...own, ...params });
  if (wanted === null) return remedy([call('DeleteListener')]);
  if (!isContent(wanted)) return UNKNOWN;
  if (present === null) {
    const filled = Object.entries(without(wanted, ['Status'])).filter(([, value]) => !same(value, []));
    const notes =
      wanted['Status'] === 'stopped' ? ['It was stopped before it was deleted: stop it once it is there.'] : [];
    return remedy([command('nlb', 'CreateListener', region, Object.fromEntries(filled))], ...notes);
  }
  const { Status, ...changed } = differing(present, wanted);
  const settings = without(changed, FIXED);
  return remedy(
    [
      ...(Object.keys(settings).length > 0 ? [call('UpdateListenerAttribute', settings)] : []),
      ...(Status === 'running' ? [call('StartListener')] : []),
      ...(Status === 'stopped' ? [call('StopListener')] : []),
    ],
    ...emptied(present, wanted, ['ListenerDescription']),
    ...FIXED.filter((name) => textIn(changed, name) !== undefined).map(
      (name) => `No call sets ${name} of a listener back; delete the listener and create it anew for that.`,
    ),
  );
}
