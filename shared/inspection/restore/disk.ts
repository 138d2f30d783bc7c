import { isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

const STALE = 'The node keeps a dead mount of the volume: restart the Pods that use it after the disk is attached.';
const BIGGER = 'A disk never gets smaller again; its file system has the old size until it is grown on the node.';
const REWRITTEN = 'What the disk held before it was reset is gone, unless another snapshot has it.';

/** Puts a disk back on its node and its settings as they were; one that is deleted never comes back. */
export function restoreDisk({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string => command('ecs', action, region, { DiskId: id, ...params });
  const [now, then] = [textIn(present, 'InstanceId'), textIn(wanted, 'InstanceId')];
  const isElsewhere = now !== then;
  const changed = differing(present, wanted);
  const { DeleteWithInstance, EnableAutoSnapshot, DiskChargeType, Category, PerformanceLevel } = changed;
  const commands: string[] = [];
  if (isElsewhere && now !== undefined) commands.push(call('DetachDisk', { InstanceId: now }));
  if (isElsewhere && then !== undefined) commands.push(call('AttachDisk', { InstanceId: then }));
  if (DeleteWithInstance !== undefined || EnableAutoSnapshot !== undefined) {
    commands.push(call('ModifyDiskAttribute', { DeleteWithInstance, EnableAutoSnapshot }));
  }
  if (DiskChargeType !== undefined) {
    const params = { DiskIds: JSON.stringify([id]), InstanceId: then ?? now, DiskChargeType };
    commands.push(command('ecs', 'ModifyDiskChargeType', region, params));
  }
  if (Category !== undefined || PerformanceLevel !== undefined) {
    commands.push(call('ModifyDiskSpec', { DiskCategory: Category, PerformanceLevel }));
  }
  const notes = [
    ...(isElsewhere && then !== undefined ? [STALE] : []),
    ...(changed['Size'] === undefined ? [] : [BIGGER]),
    ...(changed['SourceSnapshotId'] === undefined ? [] : [REWRITTEN]),
  ];
  return remedy(commands, ...notes);
}
