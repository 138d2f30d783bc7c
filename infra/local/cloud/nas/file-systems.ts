import { randomBytes } from 'node:crypto';
import { type Answer, ApiError, type Call, type Operation } from '../api.ts';
import { numberedPage } from '../pages.ts';
import { mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { carries, tagsIn } from '../tags.ts';
import { systemNamed, targetsOf } from './find.ts';
import { aFileSystem, type FileSystem, type NasState } from './state.ts';

/** File systems, listed with their mount targets. */
export function fileSystemOperations(state: NasState): Readonly<Record<string, Operation>> {
  return {
    DescribeFileSystems: { rw: 'Read', run: (call) => list(state, call) },
    CreateFileSystem: {
      rw: 'Write',
      required: ['ProtocolType', 'StorageType'],
      run: ({ params, region }) => {
        const FileSystemId = randomBytes(5).toString('hex');
        const said = {
          ProtocolType: mandatory(params, 'ProtocolType'),
          StorageType: mandatory(params, 'StorageType'),
          Description: text(params, 'Description') ?? '',
          FileSystemType: oneOf('standard', 'extreme')(params, 'FileSystemType') ?? 'standard',
          Tags: tagsIn(params, 'Tag'),
        };
        state.fileSystems.set(FileSystemId, aFileSystem({ FileSystemId, RegionId: region, ...said }));
        return { FileSystemId };
      },
      references: references({ 'ACS::NAS::FileSystem': ['answer.FileSystemId'] }),
    },
    DeleteFileSystem: {
      rw: 'Write',
      required: ['FileSystemId'],
      run: (call) => {
        const system = systemNamed(state, call);
        if (targetsOf(state, system).length > 0) {
          throw new ApiError(400, 'InvalidFileSystem.StillInUse', 'The file system still has mount targets.');
        }
        state.fileSystems.delete(system.FileSystemId);
        return {};
      },
      references: references({ 'ACS::NAS::FileSystem': ['FileSystemId'] }),
    },
  };
}

function list(state: NasState, call: Call): Answer {
  const { params, region } = call;
  const id = text(params, 'FileSystemId');
  if (id !== undefined) systemNamed(state, call);
  const vpc = text(params, 'VpcId');
  const found = [...state.fileSystems.values()].filter(
    (system) =>
      system.RegionId === region &&
      (id === undefined || system.FileSystemId === id) &&
      (vpc === undefined || targetsOf(state, system).some(({ VpcId }) => VpcId === vpc)) &&
      carries(system.Tags, tagsIn(params, 'Tag')),
  );
  const { items, counts } = numberedPage(params, found, { usual: 10, most: 100 });
  return { FileSystems: { FileSystem: items.map((system) => row(state, system)) }, ...counts };
}

function row(state: NasState, system: FileSystem): Answer {
  const { Tags, ...rest } = system;
  return {
    ...rest,
    Status: 'Running',
    ChargeType: 'PayAsYouGo',
    MeteredSize: 1_073_741_824,
    MountTargets: { MountTarget: targetsOf(state, system) },
    Tags: { Tag: Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })) },
  };
}
