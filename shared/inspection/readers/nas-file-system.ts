import { type Params, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, gone, oneByOne, type Predict, type Reader, theOne } from '../reader.ts';
import { restoreFileSystem, targetsOf } from '../restore/file-system.ts';

const FIELDS: Fields = {
  Description: 'text',
  FileSystemType: 'text',
  ProtocolType: 'text',
  StorageType: 'text',
  ZoneId: 'text',
};
const TARGET: Fields = {
  Status: 'text',
  AccessGroupName: 'text',
  NetworkType: 'text',
  VpcId: 'text',
  VswId: 'text',
};

/** A NAS file system with its mount targets: address → who may mount there, and whether anybody can. */
export const nasFileSystem: Reader = {
  kind: 'nas.file-system',
  aspect: 'configuration',
  effects: ['deleted', 'access-changed'],
  batch: 1,
  read: oneByOne(async (place, id) => {
    const { FileSystems } = await answerOf(place, 'nas', 'DescribeFileSystems', { FileSystemId: id }, 'FileSystems');
    const system = theOne(FileSystems, 'FileSystemId', id);
    if (system === undefined) return null;
    const targets = membersOf(system['MountTargets']).filter(({ Status }) => Status !== 'Deleting');
    const MountTargets = targets.map((target) => [
      textIn(target, 'MountTargetDomain') ?? '',
      contentOf(target, TARGET),
    ]);
    return { ...contentOf(system, FIELDS), MountTargets: Object.fromEntries(MountTargets) as Content };
  }),
  predict: byAction({
    DeleteFileSystem: gone,
    DeleteMountTarget: ({ params }, _, before) => {
      const domain = textOf(params, 'MountTargetDomain');
      if (!isContent(before) || domain === undefined) return undefined;
      return { ...before, MountTargets: without(targetsOf(before), [domain]) };
    },
    ModifyMountTarget: modified,
  }),
  isGoneForGood: true,
  restore: restoreFileSystem,
};

function modified({ params }: Parameters<Predict>[0], _: string, before: Parameters<Predict>[2]) {
  const domain = textOf(params, 'MountTargetDomain');
  const target = domain === undefined ? undefined : targetsOf(before)[domain];
  if (!isContent(before) || domain === undefined || target === undefined) return undefined;
  return { ...before, MountTargets: { ...targetsOf(before), [domain]: { ...target, ...asked(params) } } };
}

function asked(params: Params): Content {
  const said = { Status: textOf(params, 'Status'), AccessGroupName: textOf(params, 'AccessGroupName') };
  return contentOf(said, TARGET);
}
