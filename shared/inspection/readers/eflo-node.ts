import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { restoreLingjunNode } from '../restore/lingjun-node.ts';

const FIELDS: Fields = {
  ClusterId: 'text',
  NodeGroupId: 'text',
  OperatingState: 'text',
  MachineType: 'text',
  ImageId: 'text',
  Hostname: 'text',
  ExpiredTime: 'time',
};

/** A Lingjun node: in which cluster and group it is, whether it runs, what is installed on it. */
export const efloNode: Reader = {
  kind: 'eflo.node',
  aspect: 'configuration',
  effects: ['released', 'moved', 'stopped', 'restarted', 'os-replaced', 'repair-approved'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(await answerOf(place, 'eflo-controller', 'DescribeNode', { NodeId: id }, { NodeId: id }), FIELDS),
  ),
  predict: byAction({ DeleteNode: gone }),
  isGoneForGood: true,
  restore: restoreLingjunNode,
};
