import { ApiError, type Call } from '../api.ts';
import { mandatory, oneOf, text } from '../parameters.ts';
import { type AccessGroup, type FileSystem, groupKey, type MountTarget, type NasState } from './state.ts';

/** The file system that a call names. */
export function systemNamed(state: NasState, { params, region }: Call): FileSystem {
  const found = state.fileSystems.get(mandatory(params, 'FileSystemId'));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'InvalidFileSystem.NotFound', 'The specified file system does not exist.');
}

/** The mount target that a call names together with its file system. */
export function targetNamed(state: NasState, call: Call): MountTarget {
  const { FileSystemId } = systemNamed(state, call);
  const found = state.mountTargets.get(mandatory(call.params, 'MountTargetDomain'));
  if (found?.FileSystemId === FileSystemId) return found;
  throw new ApiError(404, 'InvalidMountTarget.NotFound', 'The specified mount target does not exist.');
}

/** The permission group that a call names; without a type it is one of general-purpose file systems. */
export function groupNamed(state: NasState, { params, region }: Call): AccessGroup {
  const type = oneOf('standard', 'extreme')(params, 'FileSystemType') ?? 'standard';
  const found = state.accessGroups.get(groupKey(type, mandatory(params, 'AccessGroupName')));
  if (found?.RegionId === region) return found;
  throw new ApiError(404, 'InvalidAccessGroup.NotFound', 'The specified access group does not exist.');
}

export function targetsOf(state: NasState, { FileSystemId }: FileSystem): readonly MountTarget[] {
  return [...state.mountTargets.values()].filter((target) => target.FileSystemId === FileSystemId);
}

/** How many mount targets use a group. */
export function uses(state: NasState, { AccessGroupName, FileSystemType }: AccessGroup): number {
  const using = [...state.mountTargets.values()].filter(
    (target) =>
      target.AccessGroupName === AccessGroupName &&
      state.fileSystems.get(target.FileSystemId)?.FileSystemType === FileSystemType,
  );
  return using.length;
}

/** The group that a call gives a mount target, when there is such a one. */
export function groupFor(state: NasState, { FileSystemType }: FileSystem, { params }: Call): string | undefined {
  const name = text(params, 'AccessGroupName');
  if (name === undefined || state.accessGroups.has(groupKey(FileSystemType, name))) return name;
  throw new ApiError(404, 'InvalidAccessGroup.NotFound', 'The specified access group does not exist.');
}
