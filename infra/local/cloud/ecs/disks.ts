import { listOf, textOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { numberedPage, tokenPage } from '../pages.ts';
import { badParameter, flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { toSecond } from '../times.ts';
import { aDisk } from './defaults.ts';
import { diskIn, isAmong, isMet, namedDisk, refuseDryRun } from './find.ts';
import type { Disk } from './machines.ts';
import type { EcsState } from './state.ts';

const ATTRIBUTES = {
  DiskName: text,
  Description: text,
  DeleteWithInstance: flag,
  DeleteAutoSnapshot: flag,
  EnableAutoSnapshot: flag,
  BurstingEnabled: flag,
} as const;

/** Disks themselves; where they hang stands in disk-attachments.ts. */
export function diskOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const ofDisk = references({ 'ACS::ECS::Disk': ['DiskId', 'DiskIds'] });
  const write = (required: readonly string[], run: (call: Call) => readonly Disk[]): Operation => ({
    rw: 'Write',
    required,
    run: (call) => {
      for (const disk of run(call)) state.disks.set(disk.DiskId, disk);
      return {};
    },
    references: ofDisk,
  });
  return {
    CreateDisk: {
      rw: 'Write',
      run: (call) => create(state, call),
      references: references({ 'ACS::ECS::Disk': ['answer.DiskId'] }),
    },
    DeleteDisk: {
      rw: 'Write',
      required: ['DiskId'],
      run: (call) => {
        const disk = onlyFree(namedDisk(state, call));
        state.disks.delete(disk.DiskId);
        return {};
      },
      references: ofDisk,
    },
    ModifyDiskAttribute: write([], (call) =>
      disksIn(state, call).map((disk) => ({ ...disk, ...given(call.params, ATTRIBUTES) })),
    ),
    ModifyDiskChargeType: write(['DiskIds'], (call) =>
      disksIn(state, call).map((disk) => {
        const DiskChargeType = oneOf('PostPaid', 'PrePaid')(call.params, 'DiskChargeType') ?? 'PrePaid';
        return { ...disk, DiskChargeType, Portable: DiskChargeType === 'PostPaid' && disk.Type === 'data' };
      }),
    ),
    ModifyDiskSpec: write(['DiskId'], (call) => [
      {
        ...namedDisk(state, call),
        ...given(call.params, { PerformanceLevel: text }),
        Category: text(call.params, 'DiskCategory') ?? namedDisk(state, call).Category,
      },
    ]),
    ResizeDisk: write(['DiskId', 'NewSize'], (call) => {
      const disk = namedDisk(state, call);
      const Size = integer(call.params, 'NewSize') ?? 0;
      if (Size <= disk.Size) {
        throw new ApiError(403, 'InvalidSize.TooSmall', 'The specified NewSize is smaller than the size of the disk.');
      }
      return [{ ...disk, Size }];
    }),
    DescribeDisks: { rw: 'Read', run: (call) => list(state, call) },
  };
}

/** A disk that hangs on something neither goes nor moves. */
export function onlyFree(disk: Disk): Disk {
  if (disk.Status === 'Available') return disk;
  const message = 'The current disk status does not support this operation.';
  throw new ApiError(403, 'IncorrectDiskStatus', message);
}

function disksIn(state: EcsState, { params, region }: Call): readonly Disk[] {
  const ids = [...listOf(params, 'DiskId'), ...listOf(params, 'DiskIds')];
  if (ids.length === 0) mandatory(params, 'DiskId');
  return ids.map((id) => diskIn(state, id, region));
}

function create(state: EcsState, { params, region, now }: Call): Answer {
  const DiskId = newId('d');
  const Size = integer(params, 'Size') ?? 20;
  if (Size < 1 || Size > 65_536) throw badParameter('Size');
  const said = given(params, {
    DiskName: text,
    Description: text,
    ZoneId: text,
    PerformanceLevel: text,
    Encrypted: flag,
    BurstingEnabled: flag,
    ResourceGroupId: text,
    MultiAttach: oneOf('Enabled', 'Disabled'),
  });
  const disk = aDisk({
    DiskId,
    RegionId: region,
    Size,
    ...said,
    Category: text(params, 'DiskCategory') ?? 'cloud_essd',
    SourceSnapshotId: text(params, 'SnapshotId') ?? '',
    CreationTime: toSecond(now),
    Tags: tagsIn(params, 'Tag'),
  });
  state.disks.set(DiskId, disk);
  return { DiskId };
}

const FILTERS = [
  'InstanceId',
  'ZoneId',
  'Status',
  'Category',
  'DiskName',
  'DiskChargeType',
  'ResourceGroupId',
] as const;

function list(state: EcsState, { params, region }: Call): Answer {
  const type = oneOf('all', 'system', 'data')(params, 'DiskType') ?? 'all';
  const found = [...state.disks.values()].filter(
    (disk) =>
      disk.RegionId === region &&
      (type === 'all' || disk.Type === type) &&
      isAmong(params, 'DiskIds', disk.DiskId) &&
      FILTERS.every((name) => isMet(params, name, disk[name])) &&
      carries(disk.Tags, tagsIn(params, 'Tag')),
  );
  refuseDryRun(params);
  if (textOf(params, 'MaxResults') !== undefined || textOf(params, 'NextToken') !== undefined) {
    const { items, NextToken } = tokenPage(params, found, { usual: 10, least: 10, most: 500 });
    return { Disks: { Disk: items.map(diskRow) }, NextToken, TotalCount: found.length };
  }
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { Disks: { Disk: items.map(diskRow) }, NextToken: '', ...counts };
}

function diskRow(record: Disk): Answer {
  const { Tags, Pending: _, ...disk } = record;
  const { AttachedTime, Device, InstanceId } = disk;
  const Attachment = InstanceId === '' ? [] : [{ AttachedTime, Device, InstanceId }];
  return {
    ...disk,
    Attachments: { Attachment },
    MountInstances: { MountInstance: disk.MultiAttach === 'Enabled' ? Attachment : [] },
    OperationLocks: { OperationLock: [] },
    Tags: { Tag: Tags },
  };
}
