import { isContent, textIn } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';
import { differing } from './differing.ts';

const REINSTALLED = 'A node that is put back is installed anew: it joins as an empty one.';
const ERASED =
  'What was on the node before its image was changed is gone: take it out of the node pool and add it again.';

/** Puts a Lingjun node back into its cluster and group, and starts it; what was erased stays so. */
export function restoreLingjunNode({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, params: object): string => command('eflo-controller', action, region, { ...params });
  const { ClusterId, NodeGroupId, OperatingState, ImageId } = differing(present, wanted);
  const commands: string[] = [];
  const notes: string[] = [];
  if (ClusterId !== undefined) {
    const NodeGroups = JSON.stringify([{ NodeGroupId: wanted['NodeGroupId'], Nodes: [{ NodeId: id }] }]);
    commands.push(call('ExtendCluster', { ClusterId, NodeGroups }));
    notes.push(REINSTALLED);
  } else if (NodeGroupId !== undefined) {
    commands.push(call('ChangeNodeGroup', { Nodes: JSON.stringify([id]), TargetNodeGroupId: NodeGroupId }));
  } else if (OperatingState === 'Using' && textIn(present, 'OperatingState')?.endsWith('Stopped') === true) {
    commands.push(call('RebootNodes', { ClusterId: wanted['ClusterId'], Nodes: JSON.stringify([id]) }));
  }
  if (ImageId !== undefined) notes.push(ERASED);
  return remedy(commands, ...notes);
}
