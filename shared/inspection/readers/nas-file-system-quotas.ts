import { type Params, textOf } from '../../model/params.ts';
import { type Content, isContent, textIn } from '../content.ts';
import { contentOf, type Fields, membersOf } from '../fields.ts';
import { answerOf, byAction, oneByOne, type Predict, type Reader } from '../reader.ts';
import { restoreQuotas } from '../restore/quotas.ts';
import { wholeByNumber } from '../whole-listing.ts';

const AT_ONCE = 100;

const QUOTA: Fields = {
  UserType: 'text',
  UserId: 'text',
  QuotaType: 'text',
  SizeLimit: 'number',
  FileCountLimit: 'number',
};

/** What the directories of a NAS file system may hold: `/path` → how much, of whose files, and whether it is enforced. */
export const nasFileSystemQuotas: Reader = {
  kind: 'nas.file-system',
  aspect: 'quotas',
  effects: ['quota-changed'],
  batch: 1,
  // No other sort of file system has any.
  onlyIf: (system) => textIn(system, 'FileSystemType') === 'standard' && textIn(system, 'ProtocolType') === 'NFS',
  read: oneByOne(async (place, id) => {
    const params = { FileSystemId: id, PageSize: AT_ONCE };
    const found = await wholeByNumber(
      (PageNumber) => answerOf(place, 'nas', 'DescribeDirQuotas', { ...params, PageNumber }, 'DirQuotaInfos'),
      'DirQuotaInfos',
    );
    const quotas = found.flatMap((directory) =>
      membersOf(directory['UserQuotaInfos']).map((quota): [string, Content] => [
        keyOf(textIn(directory, 'Path'), quota),
        contentOf(quota, QUOTA),
      ]),
    );
    return Object.fromEntries(quotas);
  }),
  predict: byAction({ SetDirQuota: limited }),
  restore: restoreQuotas,
};

function limited({ params }: Parameters<Predict>[0], _: string, before: Parameters<Predict>[2]): Content | undefined {
  const said = Object.fromEntries(Object.keys(QUOTA).map((name) => [name, textOf(params, name)]));
  const path = textOf(params, 'Path');
  return isContent(before) && path !== undefined
    ? { ...before, [keyOf(path, params)]: contentOf(said, QUOTA) }
    : undefined;
}

/** A directory has one quota for everybody, and more for single users and groups. */
function keyOf(path: string | undefined, quota: Params): string {
  const who = textOf(quota, 'UserId');
  return who === undefined ? (path ?? '/') : `${path ?? '/'} ${textOf(quota, 'UserType') ?? ''} ${who}`;
}
