import type { Json } from '../../model/change.ts';
import { type Content, isContent } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

/** Puts a file system's mount targets back; one that is deleted comes back under another address. */
export function restoreFileSystem({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string =>
    command('nas', action, region, { FileSystemId: id, ...params });
  const [now, then] = [targetsOf(present), targetsOf(wanted)];
  const commands: string[] = [];
  const notes: string[] = [];
  for (const [domain, target] of Object.entries(then)) {
    const there = now[domain];
    if (there === undefined) {
      const { AccessGroupName, NetworkType, VpcId, VswId: VSwitchId } = target;
      commands.push(call('CreateMountTarget', { NetworkType, VpcId, VSwitchId, AccessGroupName }));
      notes.push(
        `The new mount target gets another address than ${domain}: name it in the volumes that used the old one, and ` +
          'reboot the nodes on which I/O hangs.',
      );
      continue;
    }
    const { Status, AccessGroupName } = differing(there, target);
    if (Status === undefined && AccessGroupName === undefined) continue;
    commands.push(call('ModifyMountTarget', { MountTargetDomain: domain, Status, AccessGroupName }));
  }
  return remedy(commands, ...notes);
}

/** The mount targets of a file system's state, by address. */
export function targetsOf(state: Json): { readonly [domain: string]: Content } {
  const targets = isContent(state) ? state['MountTargets'] : undefined;
  if (!isContent(targets)) return {};
  return Object.fromEntries(Object.entries(targets).filter((one): one is [string, Content] => isContent(one[1])));
}
