import type { OperationTable } from '../../model/operation.ts';
import { ADJACENT, on } from '../touch.ts';

const disk = on('ecs.disk', 'DiskId', 'DiskIds');

/** Ecs: disks. Whether one is a volume or a node's system disk, the inventory says. */
export const disks: OperationTable['actions'] = {
  AttachDisk: [
    disk('attached', { value: ['InstanceId'] }),
    on('ecs.instance', 'InstanceId')('os-replaced', {
      strength: 'conditional',
      when: { equals: ['Bootable', 'true'] },
    }),
  ],
  CreateDisk: [on('ecs.disk', 'response.DiskId')('created')],
  DeleteDisk: [disk('deleted')],
  DeleteVsc: [on('ecs.storage-channel', 'VscId')('detached', ADJACENT)],
  DetachDisk: [disk('detached', { value: ['InstanceId'] })],
  ModifyDiskAttribute: [
    disk('attribute-changed', {
      ...ADJACENT,
      value: ['DeleteWithInstance'],
      when: { equals: ['DeleteWithInstance', 'true'] },
    }),
  ],
  ModifyDiskChargeType: [disk('charge-type-changed', { ...ADJACENT, value: ['DiskChargeType'] })],
  ModifyDiskDeployment: [disk('resized', ADJACENT)],
  ModifyDiskSpec: [disk('resized', { ...ADJACENT, value: ['DiskCategory', 'PerformanceLevel'] })],
  ReInitDisk: [disk('reset', { strength: 'conditional' })],
  ResetDisk: [disk('reset', { strength: 'conditional', value: ['SnapshotId'] })],
  ResetDisks: [on('ecs.disk', 'Disk.DiskId')('reset', { strength: 'conditional', value: ['Disk'] })],
  ResizeDisk: [disk('resized', { ...ADJACENT, value: ['NewSize'] })],
};
