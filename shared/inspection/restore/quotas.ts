import { type Content, isContent, same } from '../content.ts';
import type { Remedy, Undo } from '../reader.ts';
import { command, remedy, UNKNOWN } from './command.ts';

/** Puts the quotas of a file system's directories back. */
export function restoreQuotas({ id, region, present, wanted }: Undo): Remedy {
  if (!isContent(wanted) || !isContent(present)) return UNKNOWN;
  const call = (action: string, key: string, params: object): string =>
    command('nas', action, region, { FileSystemId: id, Path: key.split(' ')[0], ...params });
  const lost = Object.entries(wanted).filter(([key, quota]) => !same(present[key] ?? null, quota));
  const surplus = Object.entries(present).filter(([key]) => wanted[key] === undefined);
  return remedy([
    ...lost.map(([key, quota]) => call('SetDirQuota', key, isContent(quota) ? quota : {})),
    ...surplus.map(([key, quota]) => call('CancelDirQuota', key, whose(isContent(quota) ? quota : {}))),
  ]);
}

function whose({ UserType, UserId }: Content): object {
  return { UserType, UserId };
}
