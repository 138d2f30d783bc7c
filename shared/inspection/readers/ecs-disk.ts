import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, byId, gone, type Predict, type Reader } from '../reader.ts';
import { restoreDisk } from '../restore/disk.ts';

const AT_ONCE = 100;

const FIELDS: Fields = {
  Type: 'text',
  ZoneId: 'text',
  InstanceId: 'text',
  Device: 'text',
  Size: 'number',
  Category: 'text',
  PerformanceLevel: 'text',
  DiskChargeType: 'text',
  DeleteWithInstance: 'flag',
  SourceSnapshotId: 'text',
  EnableAutoSnapshot: 'flag',
};
const SUBJECT = ['DiskId', 'DiskIds', 'InstanceId'];

/** A disk of a volume: on which node it hangs, how big it is, whether it goes with that node. */
export const ecsDisk: Reader = {
  kind: 'ecs.disk',
  aspect: 'configuration',
  effects: ['deleted', 'attached', 'detached', 'attribute-changed', 'charge-type-changed', 'resized', 'reset'],
  batch: AT_ONCE,
  read: async (place, ids) => {
    const params = { DiskIds: JSON.stringify(ids), PageSize: AT_ONCE };
    const { Disks, TotalCount } = await answerOf(place, 'ecs', 'DescribeDisks', params, 'Disks');
    return byId(ids, membersOf(Disks), TotalCount, (disk) => [textIn(disk, 'DiskId'), contentOf(disk, FIELDS)]);
  },
  predict: byAction({
    DeleteDisk: gone,
    AttachDisk: ({ params }, _, before) => (isContent(before) ? hung(before, params) : undefined),
    DetachDisk: (_, __, before) => (isContent(before) ? without(before, ['InstanceId', 'Device']) : undefined),
    ModifyDiskAttribute: overlay({}),
    ModifyDiskChargeType: overlay({}),
    ModifyDiskSpec: overlay({ DiskCategory: 'Category' }),
    ResizeDisk: overlay({ NewSize: 'Size' }),
  }),
  // It hung where it was taken off, and was free where it is hung up.
  recall: ({ action, params }, _, after) => {
    if (!isContent(after)) return undefined;
    if (action.toLowerCase() === 'attachdisk') return without(after, ['InstanceId', 'Device']);
    return action.toLowerCase() === 'detachdisk' ? hung(after, params) : undefined;
  },
  // The device is the first that is free.
  essence: (state) => (isContent(state) ? without(state, ['Device']) : state),
  isGoneForGood: true,
  restore: restoreDisk,
};

function hung(disk: Content, params: Parameters<typeof textOf>[0]): Content | undefined {
  const InstanceId = textOf(params, 'InstanceId');
  if (InstanceId === undefined) return undefined;
  const flag = contentOf({ DeleteWithInstance: textOf(params, 'DeleteWithInstance') }, { DeleteWithInstance: 'flag' });
  return { ...without(disk, ['Device']), InstanceId, ...flag };
}

function overlay(aliases: Readonly<Record<string, string>>): Predict {
  return ({ params }, _, before) =>
    isContent(before) ? overlaid(before, requested(params, SUBJECT, FIELDS, aliases)) : undefined;
}
