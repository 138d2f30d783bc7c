import { textIn } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Reader } from '../reader.ts';

/** How many ids one call takes. */
const AT_ONCE = 20;

const FIELDS: Fields = {
  VirtualNodeName: 'text',
  Status: 'text',
  VpcId: 'text',
  VSwitchId: 'text',
  SecurityGroupId: 'text',
};

/** A virtual node: whether it is there, and in which network its Pods run. */
export const eciVirtualNode: Reader = {
  kind: 'eci.virtual-node',
  aspect: 'configuration',
  effects: ['deleted'],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { VirtualNodeIds: JSON.stringify(ids), Limit: AT_ONCE };
    const { VirtualNodes, TotalCount } = await answerOf(place, 'eci', 'DescribeVirtualNodes', params, 'VirtualNodes');
    return byId(ids, membersOf(VirtualNodes), TotalCount, (node) => [
      textIn(node, 'VirtualNodeId'),
      contentOf(node, FIELDS),
    ]);
  },
  predict: byAction({ DeleteVirtualNode: gone }),
  isGoneForGood: true,
  restore: () => ({ possible: false }),
};
