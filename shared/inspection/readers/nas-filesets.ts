import { textOf } from '../../model/params.ts';
import { type Content, isContent, textIn, without } from '../content.ts';
import { contentOf, type Fields, overlaid, requested } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreFilesets } from '../restore/file-system-parts.ts';
import { wholeByToken } from '../whole-listing.ts';

const FIELDS: Fields = { FileSystemPath: 'text', Description: 'text', DeletionProtection: 'flag' };
const NAMED = ['FileSystemId', 'FsetId'];
const SET: Fields = { Description: 'text', DeletionProtection: 'flag' };
const QUOTA: Fields = { SizeLimit: 'number', FileCountLimit: 'number' };

/** The filesets of a CPFS file system: id → which directory, how much it may hold, whether it may be deleted. */
export const nasFilesets: Reader = {
  kind: 'nas.file-system',
  aspect: 'filesets',
  parts: 'nas.fileset',
  effects: ['directory-deleted', 'delete-protection-lifted', 'quota-changed'],
  batch: 1,
  onlyIf: (system) => /cpfs/iu.test(textIn(system, 'FileSystemType') ?? ''),
  read: oneByOne(async (place, FileSystemId) => {
    const params = { FileSystemId, MaxResults: 100 };
    const found = await wholeByToken(
      (NextToken) => answerOf(place, 'nas', 'DescribeFilesets', { ...params, NextToken }, 'Entries'),
      'Entries',
    );
    const there = found.filter(({ Status }) => Status !== 'RELEASING');
    return Object.fromEntries(there.map((one) => [textIn(one, 'FsetId') ?? '', filesetIn(one)]));
  }),
  predict: byAction({
    DeleteFileset: changed((_, __, id, before) => without(before, [id])),
    ModifyFileset: changed(({ params }, had, id, before) => {
      const asked = overlaid(had, requested(params, NAMED, SET));
      return asked === undefined ? undefined : { ...before, [id]: asked };
    }),
    SetFilesetQuota: changed(({ params }, had, id, before) => {
      const asked = requested(params, NAMED, QUOTA);
      // Whether an unsaid limit stays is not documented.
      const isWhole = asked !== undefined && Object.keys(QUOTA).every((name) => (asked[name] ?? null) !== null);
      return isWhole ? { ...before, [id]: { ...had, ...asked } } : undefined;
    }),
  }),
  restore: restoreFilesets,
};

function filesetIn(one: Content): Content {
  const quota = isContent(one['Quota']) ? one['Quota'] : {};
  return { ...contentOf(one, FIELDS), ...contentOf(quota, QUOTA) };
}

function changed(
  change: (event: Parameters<Predict>[0], had: Content, id: string, before: Content) => Content | undefined,
): Predict {
  return (event, _, before) => {
    const id = textOf(event.params, 'FsetId') ?? '';
    const had = isContent(before) ? before[id] : undefined;
    return isContent(before) && isContent(had) ? change(event, had, id, before) : undefined;
  };
}
