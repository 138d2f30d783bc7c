import type { Json } from '../../model/change.ts';
import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields, membersOf, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, type Reader } from '../reader.ts';
import { restoreAccessPoints } from '../restore/file-system-parts.ts';
import { wholeByToken } from '../whole-listing.ts';

const FIELDS: Fields = {
  AccessPointName: 'text',
  AccessGroup: 'text',
  EnabledRam: 'flag',
  DomainName: 'text',
  RootPath: 'text',
  VpcId: 'text',
  VSwitchId: 'text',
};
const USER: Fields = { PosixUserId: 'number', PosixGroupId: 'number' };

/** The access points (接入点) of a NAS file system: id → at which address, from which directory on, for whom. */
export const nasAccessPoints: Reader = {
  kind: 'nas.file-system',
  aspect: 'access-points',
  parts: 'nas.access-point',
  effects: ['deleted', 'access-changed'],
  batch: 100,
  // No other sort of file system has any.
  onlyIf: (system) => textIn(system, 'FileSystemType') === 'standard' && textIn(system, 'ProtocolType') === 'NFS',
  read: async (place, ids) => {
    // One listing tells of all file systems.
    const params = { ...(ids.length === 1 ? { FileSystemId: ids[0] } : {}), MaxResults: 100 };
    const found = await wholeByToken(
      (NextToken) => answerOf(place, 'nas', 'DescribeAccessPoints', { ...params, NextToken }, 'AccessPoints'),
      'AccessPoints',
    );
    return new Map(ids.map((id): [string, Json] => [id, pointsOf(id, found)]));
  },
  predict: byAction({
    DeleteAccessPoint: ({ params }, _, before) => {
      const id = textOf(params, 'AccessPointId');
      return isContent(before) && id !== undefined ? without(before, [id]) : undefined;
    },
    ModifyAccessPoint: ({ params }, _, before) => {
      const id = textOf(params, 'AccessPointId') ?? '';
      const asked = requested(params, ['FileSystemId', 'AccessPointId'], FIELDS);
      const changed = isContent(before) && isContent(before[id]) ? overlaid(before[id], asked) : undefined;
      return isContent(before) && changed !== undefined ? { ...before, [id]: changed } : undefined;
    },
  }),
  restore: restoreAccessPoints,
};

function pointsOf(system: string, found: readonly Content[]): Content {
  const mine = found.filter((point) => textIn(point, 'FileSystemId') === system && point['Status'] !== 'Deleting');
  return Object.fromEntries(
    mine.map((point) => [
      textIn(point, 'AccessPointId') ?? '',
      { ...contentOf(point, FIELDS), ...contentOf(membersOf([point['PosixUser']])[0] ?? {}, USER) },
    ]),
  );
}
