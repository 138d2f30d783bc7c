import { isContent, textIn } from '../content.ts';
import { groupCommands } from '../membership.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing, emptied } from './differing.ts';

const SETTABLE = ['NetworkInterfaceName', 'Description', 'DeleteOnRelease', 'SourceDestCheck', 'QueueNumber'];
const PODS_ALIKE = 'Pods that used the network interface are broken already: create them again after it is attached.';

/** Puts a network interface back where it hung and how it was set; one that is deleted never comes back. */
export function restoreNetworkInterface({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const own = { NetworkInterfaceId: id };
  const [now, then] = [textIn(present, 'InstanceId'), textIn(wanted, 'InstanceId')];
  const commands: string[] = [];
  if (now !== then && now !== undefined) {
    const trunk = textIn(present, 'TrunkNetworkInterfaceId');
    const params = { ...own, InstanceId: now, TrunkNetworkInstanceId: trunk };
    commands.push(command('ecs', 'DetachNetworkInterface', region, params));
  }
  if (now !== then && then !== undefined) {
    const trunk = textIn(wanted, 'TrunkNetworkInterfaceId');
    const params = { ...own, InstanceId: then, TrunkNetworkInstanceId: trunk };
    commands.push(command('ecs', 'AttachNetworkInterface', region, params));
  }
  commands.push(...groupCommands(own, region, present, wanted));
  const changed = differing(present, wanted);
  const settings = Object.fromEntries(Object.entries(changed).filter(([name]) => SETTABLE.includes(name)));
  if (Object.keys(settings).length > 0) {
    commands.push(command('ecs', 'ModifyNetworkInterfaceAttribute', region, { ...own, ...settings }));
  }
  if (changed['ResourceGroupId'] !== undefined) {
    const params = { ResourceId: id, ResourceType: 'eni', ResourceGroupId: changed['ResourceGroupId'] };
    commands.push(command('ecs', 'JoinResourceGroup', region, params));
  }
  const notes = now !== then && then !== undefined ? [PODS_ALIKE] : [];
  return remedy(commands, ...notes, ...emptied(present, wanted, ['Description', 'NetworkInterfaceName']));
}
