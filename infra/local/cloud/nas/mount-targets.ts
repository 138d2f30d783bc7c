import { randomBytes } from 'node:crypto';
import { type Answer, type Call, type Operation } from '../api.ts';
import { mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { groupFor, systemNamed, targetNamed } from './find.ts';
import { aMountTarget, type NasState } from './state.ts';

/** Mount targets: the addresses under which a file system is mounted. */
export function mountTargetOperations(state: NasState): Readonly<Record<string, Operation>> {
  const write = (required: readonly string[], run: (call: Call) => void): Operation => ({
    rw: 'Write',
    required: ['FileSystemId', 'MountTargetDomain', ...required],
    run: (call) => {
      run(call);
      return {};
    },
    references: references({
      'ACS::NAS::FileSystem': ['FileSystemId'],
      'ACS::NAS::MountTarget': ['MountTargetDomain'],
    }),
  });
  return {
    CreateMountTarget: {
      rw: 'Write',
      required: ['FileSystemId', 'NetworkType'],
      run: (call) => created(state, call),
      references: references({ 'ACS::NAS::FileSystem': ['FileSystemId'] }),
    },
    ModifyMountTarget: write([], (call) => {
      const target = targetNamed(state, call);
      const AccessGroupName = groupFor(state, systemNamed(state, call), call) ?? target.AccessGroupName;
      const Status = oneOf('Active', 'Inactive')(call.params, 'Status') ?? target.Status;
      state.mountTargets.set(target.MountTargetDomain, { ...target, AccessGroupName, Status });
    }),
    DeleteMountTarget: write([], (call) => {
      state.mountTargets.delete(targetNamed(state, call).MountTargetDomain);
    }),
  };
}

function created(state: NasState, call: Call): Answer {
  const { params, region } = call;
  const system = systemNamed(state, call);
  const { FileSystemId } = system;
  const MountTargetDomain = `${FileSystemId}-${randomBytes(3).toString('hex')}.${region}.nas.aliyuncs.com`;
  const target = aMountTarget({
    FileSystemId,
    MountTargetDomain,
    AccessGroupName: groupFor(state, system, call) ?? 'DEFAULT_VPC_GROUP_NAME',
    NetworkType: mandatory(params, 'NetworkType'),
    VpcId: text(params, 'VpcId') ?? '',
    VswId: text(params, 'VSwitchId') ?? '',
  });
  state.mountTargets.set(MountTargetDomain, target);
  return { MountTargetDomain };
}
