import { isContent } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Reader } from '../reader.ts';
import { command, remedy, UNKNOWN } from '../restore/command.ts';
import { differing } from '../restore/differing.ts';

const FIELDS: Fields = {
  NodeGroupName: 'text',
  ClusterId: 'text',
  MachineType: 'text',
  ImageId: 'text',
  RamRoleName: 'text',
};
const SETTABLE = ['NodeGroupName', 'ImageId', 'RamRoleName'];

/** A Lingjun node group behind a node pool: from what its next nodes are made. */
export const efloNodeGroup: Reader = {
  kind: 'eflo.node-group',
  aspect: 'configuration',
  effects: ['members-released', 'instance-options-changed', 'permission-changed'],
  batch: 1,
  read: oneByOne(async (place, id) =>
    contentOf(
      await answerOf(place, 'eflo-controller', 'DescribeNodeGroup', { NodeGroupId: id }, { NodeGroupId: id }),
      FIELDS,
    ),
  ),
  predict: byAction({
    DeleteNodeGroup: gone,
    UpdateNodeGroup: ({ params }, _, before) => {
      const said = requested(params, ['NodeGroupId'], FIELDS, { NewNodeGroupName: 'NodeGroupName' });
      return isContent(before) ? overlaid(before, said) : undefined;
    },
  }),
  isGoneForGood: true,
  restore: ({ id, region, present, wanted }) => {
    if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
    const changed = Object.entries(differing(present, wanted)).filter(([name]) => SETTABLE.includes(name));
    const params = { NodeGroupId: id, ...Object.fromEntries(changed) };
    return remedy(changed.length > 0 ? [command('eflo-controller', 'UpdateNodeGroup', region, params)] : []);
  },
};
