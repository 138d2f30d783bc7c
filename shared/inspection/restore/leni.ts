import { isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, emptied } from './differing.ts';

const PODS_ALIKE = 'Pods that used the network interface are broken already: create them again after it is attached.';

/** Hangs a Lingjun network interface back on its node and puts its settings back. */
export function restoreLeni({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string =>
    command('eflo', action, region, { ElasticNetworkInterfaceId: id, ...params });
  const [now, then] = [textIn(present, 'NodeId'), textIn(wanted, 'NodeId')];
  const commands: string[] = [];
  if (now !== then && now !== undefined) commands.push(call('DetachElasticNetworkInterface', { NodeId: now }));
  if (now !== then && then !== undefined) commands.push(call('AttachElasticNetworkInterface', { NodeId: then }));
  const { SecurityGroupId, Description } = differing(present, wanted);
  if (SecurityGroupId !== undefined || Description !== undefined) {
    commands.push(call('UpdateElasticNetworkInterface', { SecurityGroupId, Description }));
  }
  const notes = now !== then && then !== undefined ? [PODS_ALIKE] : [];
  return remedy(commands, ...notes, ...emptied(present, wanted, ['Description']));
}
