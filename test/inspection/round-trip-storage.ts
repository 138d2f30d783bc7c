import { aDisk } from '../../infra/local/cloud/ecs/defaults.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import type { Deed, OwnedIds } from './round-trip-network.ts';

const RegionId = 'cn-hangzhou';
const VOLUME = { DiskId: 'd-volume' };

/** What the cluster owns of storage: kind, role, ids. */
export const STORAGE: readonly OwnedIds[] = [['ecs.disk', 'volume-disk', 'd-volume', 'd-free']];

/** Calls that change volumes and can be undone. */
export const STORAGE_DEEDS: readonly Deed[] = [
  ['ecs:DetachDisk', { ...VOLUME, InstanceId: 'i-1' }],
  ['ecs:AttachDisk', { DiskId: 'd-free', InstanceId: 'i-2' }],
  ['ecs:ModifyDiskAttribute', { ...VOLUME, DeleteWithInstance: true }],
  ['ecs:ModifyDiskSpec', { ...VOLUME, DiskCategory: 'cloud_auto' }],
  ['ecs:ModifyDiskSpec', { ...VOLUME, PerformanceLevel: 'PL3' }],
  ['ecs:ModifyDiskChargeType', { 'DiskIds.1': 'd-volume', InstanceId: 'i-1', DiskChargeType: 'PrePaid' }],
];

/** Puts the volumes into the account. */
export function seedStorage({ ecs }: World): void {
  const common = { RegionId, DeleteWithInstance: false, PerformanceLevel: 'PL1' };
  ecs.disks.set('d-volume', aDisk({ ...common, ...VOLUME, InstanceId: 'i-1', Device: '/dev/xvdb' }));
  ecs.disks.set('d-free', aDisk({ ...common, DiskId: 'd-free' }));
}
