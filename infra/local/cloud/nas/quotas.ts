import { numberedPage } from '../pages.ts';
import { type Call, type Operation } from '../api.ts';
import { integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { systemNamed } from './find.ts';
import type { DirQuota, NasState } from './state.ts';

/** Quotas of directories; each set anew takes the place of the one for the same directory and user. */
export function quotaOperations(state: NasState): Readonly<Record<string, Operation>> {
  const change = (run: (kept: readonly DirQuota[], call: Call) => readonly DirQuota[]): Operation => ({
    rw: 'Write',
    required: ['FileSystemId', 'Path', 'UserType'],
    run: (call) => {
      const { FileSystemId } = systemNamed(state, call);
      const path = mandatory(call.params, 'Path');
      const user = text(call.params, 'UserId') ?? '';
      const all = state.quotas.get(FileSystemId) ?? [];
      state.quotas.set(
        FileSystemId,
        run(
          all.filter(({ Path, UserId }) => Path !== path || UserId !== user),
          call,
        ),
      );
      return { Success: true };
    },
    references: references({ 'ACS::NAS::FileSystem': ['FileSystemId'] }),
  });
  return {
    DescribeDirQuotas: {
      rw: 'Read',
      required: ['FileSystemId'],
      run: (call) => {
        const all = state.quotas.get(systemNamed(state, call).FileSystemId) ?? [];
        const paths = [...new Set(all.map(({ Path }) => Path))];
        const { items, counts } = numberedPage(call.params, paths, { usual: 10, most: 100 });
        const DirQuotaInfos = items.map((Path) => ({
          Path,
          DirInode: '1',
          Status: 'Normal',
          UserQuotaInfos: all.filter((quota) => quota.Path === Path),
        }));
        return { DirQuotaInfos, ...counts };
      },
    },
    SetDirQuota: change((kept, { params }) => [
      ...kept,
      {
        Path: mandatory(params, 'Path'),
        UserType: mandatory(params, 'UserType'),
        UserId: text(params, 'UserId') ?? '',
        QuotaType: oneOf('Accounting', 'Enforcement')(params, 'QuotaType') ?? 'Accounting',
        ...sizes(params),
      },
    ]),
    CancelDirQuota: change((kept) => kept),
  };
}

function sizes(params: Call['params']): Pick<DirQuota, 'SizeLimit' | 'FileCountLimit'> {
  const [SizeLimit, FileCountLimit] = [integer(params, 'SizeLimit'), integer(params, 'FileCountLimit')];
  return {
    ...(SizeLimit === undefined ? {} : { SizeLimit }),
    ...(FileCountLimit === undefined ? {} : { FileCountLimit }),
  };
}
