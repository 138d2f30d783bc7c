import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Place, type Reader } from '../reader.ts';
import { exportsOf, restoreProtocolServices } from '../restore/file-system-parts.ts';
import { wholeByToken } from '../whole-listing.ts';

const SERVICE: Fields = {
  Description: 'text',
  ProtocolType: 'text',
  ProtocolSpec: 'text',
  ProtocolThroughput: 'number',
};
const EXPORT: Fields = {
  AccessGroupName: 'text',
  Description: 'text',
  FsetId: 'text',
  Path: 'text',
  ProtocolMountTargetDomain: 'text',
  VpcId: 'text',
  VSwitchId: 'text',
};

/** The protocol services of a CPFS file system: id → what they export by NFS, at which address, to whom. */
export const nasProtocolServices: Reader = {
  kind: 'nas.file-system',
  aspect: 'protocol-services',
  parts: 'nas.protocol-service',
  effects: ['deleted', 'access-changed'],
  batch: 1,
  onlyIf: (system) => /cpfs/iu.test(textIn(system, 'FileSystemType') ?? ''),
  read: oneByOne(async (place, FileSystemId) => {
    const [services, exported] = await Promise.all([
      listed(place, 'DescribeProtocolService', 'ProtocolServices', FileSystemId),
      listed(place, 'DescribeProtocolMountTarget', 'ProtocolMountTargets', FileSystemId),
    ]);
    const found = services.map((service) => {
      const id = textIn(service, 'ProtocolServiceId') ?? '';
      const mine = exported.filter((one) => textIn(one, 'ProtocolServiceId') === id);
      const Exports = mine.map((one) => [textIn(one, 'ExportId') ?? '', contentOf(one, EXPORT)]);
      return [id, { ...contentOf(service, SERVICE), Exports: Object.fromEntries(Exports) as Content }];
    });
    return Object.fromEntries(found) as Content;
  }),
  predict: byAction({
    DeleteProtocolService: ({ params }, _, before) => {
      const id = textOf(params, 'ProtocolServiceId');
      return isContent(before) && id !== undefined ? without(before, [id]) : undefined;
    },
    DeleteProtocolMountTarget: ({ params }, _, before) => {
      const [id = '', out = ''] = [textOf(params, 'ProtocolServiceId'), textOf(params, 'ExportId')];
      const service = isContent(before) ? before[id] : undefined;
      if (!isContent(before) || !isContent(service)) return undefined;
      return { ...before, [id]: { ...service, Exports: without(exportsOf(service), [out]) } };
    },
  }),
  restore: restoreProtocolServices,
};

async function listed(place: Place, action: string, list: string, FileSystemId: string): Promise<readonly Content[]> {
  const params = { FileSystemId, MaxResults: 100 };
  const found = await wholeByToken((NextToken) => answerOf(place, 'nas', action, { ...params, NextToken }, list), list);
  return found.filter((one) => textIn(one, 'Status')?.toLowerCase() !== 'deleting');
}
