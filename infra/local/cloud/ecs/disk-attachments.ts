import { listOf, objectsOf } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { flag, integer, mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { toSecond } from '../times.ts';
import { diskIn, namedDisk, namedInstance } from './find.ts';
import { onlyFree } from './disks.ts';
import { wrongStatus } from './instance-status.ts';
import type { Disk, Instance } from './machines.ts';
import type { EcsState } from './state.ts';

/** Where disks hang, and what of them is written anew. */
export function diskAttachmentOperations(state: EcsState): Readonly<Record<string, Operation>> {
  const ofBoth = references({ 'ACS::ECS::Disk': ['DiskId'], 'ACS::ECS::Instance': ['InstanceId'] });
  const write = (required: readonly string[], run: (call: Call) => Answer): Operation => ({
    rw: 'Write',
    required,
    run,
    references: ofBoth,
  });
  const put = (disk: Disk): Answer => {
    state.disks.set(disk.DiskId, disk);
    return {};
  };
  return {
    AttachDisk: write(['InstanceId', 'DiskId'], (call) => put(attached(state, call))),
    DetachDisk: write(['InstanceId', 'DiskId'], (call) => put(detached(state, call))),
    ReInitDisk: write(['DiskId'], (call) => {
      const disk = namedDisk(state, call);
      refuseRunning(state, disk);
      return put({ ...disk, CreationTime: toSecond(call.now) });
    }),
    ResetDisk: write(['DiskId', 'SnapshotId'], (call) => {
      const disk = namedDisk(state, call);
      refuseRunning(state, disk);
      return put({ ...disk, SourceSnapshotId: mandatory(call.params, 'SnapshotId') });
    }),
    ResetDisks: {
      ...write(['Disk'], ({ params, region }) => {
        const reset = objectsOf(params, 'Disk').map((item): Disk => {
          const disk = diskIn(state, mandatory(item, 'DiskId'), region);
          refuseRunning(state, disk);
          return { ...disk, SourceSnapshotId: mandatory(item, 'SnapshotId') };
        });
        for (const disk of reset) put(disk);
        return {};
      }),
      references: ({ params }) => ({
        'ACS::ECS::Disk': objectsOf(params, 'Disk').flatMap((item) => listOf(item, 'DiskId')),
      }),
    },
    ReplaceSystemDisk: write(['InstanceId'], (call) => replaceSystemDisk(state, call)),
  };
}

function attached(state: EcsState, call: Call): Disk {
  const { params, now } = call;
  const disk = onlyFree(namedDisk(state, call));
  const instance = namedInstance(state, call);
  const isBootable = flag(params, 'Bootable') === true;
  const hasSystemDisk = disksOf(state, instance).some((each) => each.Type === 'system');
  if (isBootable && (instance.Status !== 'Stopped' || hasSystemDisk)) throw wrongStatus();
  if (instance.ZoneId !== disk.ZoneId) {
    const message = 'The specified disk and instance are not in the same zone.';
    throw new ApiError(403, 'ResourcesNotInSameZone', message);
  }
  const letter = String.fromCodePoint('b'.charCodeAt(0) + disksOf(state, instance).length - 1);
  return {
    ...disk,
    Type: isBootable ? 'system' : disk.Type,
    Status: 'In_use',
    InstanceId: instance.InstanceId,
    Device: text(params, 'Device') ?? `/dev/xvd${isBootable ? 'a' : letter}`,
    DeleteWithInstance: flag(params, 'DeleteWithInstance') ?? disk.DeleteWithInstance,
    AttachedTime: toSecond(now),
    DetachedTime: '',
  };
}

function detached(state: EcsState, call: Call): Disk {
  const disk = namedDisk(state, call);
  const instance = namedInstance(state, call);
  if (disk.InstanceId !== instance.InstanceId) {
    const message = 'The specified disk is not attached to the specified instance.';
    throw new ApiError(403, 'DependencyViolation', message);
  }
  if (disk.Type === 'system' && instance.Status !== 'Stopped') throw wrongStatus();
  return { ...disk, Status: 'Available', InstanceId: '', Device: '', DetachedTime: toSecond(call.now) };
}

/** A new system disk under a new id; the old one is gone, and with it everything that was on it. */
function replaceSystemDisk(state: EcsState, call: Call): Answer {
  const instance = namedInstance(state, call);
  if (instance.Status !== 'Stopped') throw wrongStatus();
  const old = disksOf(state, instance).find((disk) => disk.Type === 'system');
  if (old === undefined) throw new ApiError(403, 'IncorrectDiskStatus', 'The instance has no system disk.');
  const DiskId = newId('d');
  const ImageId = text(call.params, 'ImageId') ?? instance.ImageId;
  const Size = integer(call.params, 'SystemDisk.Size') ?? old.Size;
  const CreationTime = toSecond(call.now);
  state.disks.delete(old.DiskId);
  state.disks.set(DiskId, { ...old, DiskId, ImageId, Size, CreationTime, AttachedTime: CreationTime });
  state.instances.set(instance.InstanceId, { ...instance, ImageId });
  return { DiskId };
}

function refuseRunning(state: EcsState, { InstanceId }: Disk): void {
  const instance = state.instances.get(InstanceId);
  if (instance !== undefined && instance.Status !== 'Stopped') throw wrongStatus();
}

function disksOf(state: EcsState, { InstanceId }: Instance): readonly Disk[] {
  return [...state.disks.values()].filter((disk) => disk.InstanceId === InstanceId);
}
