import { toCloudError } from '../cloud/failure.ts';
import { CloudError } from '../errors.ts';
import type { Json } from '../model/change.ts';
import type { Place, Reader } from './reader.ts';
import { inPieces } from './restore/command.ts';

/** What a reading of one resource came to: its configuration, null where there is none, or why nobody knows. */
export type Reading = { readonly content: Json; readonly at: Date } | { readonly problem: string };

/** What a timer can count. */
const LONGEST_MS = 2 ** 31 - 1;

/** Reads many resources with as few calls as the cloud allows. What fails or hangs becomes a problem; nothing is thrown. */
export async function readAll(
  reader: Reader,
  place: Place,
  ids: readonly string[],
  now: () => Date,
): Promise<ReadonlyMap<string, Reading>> {
  const pieces = await Promise.all(
    inPieces([...new Set(ids)], reader.batch).map((piece) => readPiece(reader, place, piece, now)),
  );
  return new Map(pieces.flat());
}

async function readPiece(
  reader: Reader,
  place: Place,
  ids: readonly string[],
  now: () => Date,
): Promise<readonly (readonly [string, Reading])[]> {
  try {
    const found = await withinDeadline(reader.read(place, ids), place.deadline, now);
    const at = now();
    return ids.map((id): [string, Reading] => {
      const content = found.get(id);
      return [id, content === undefined ? { problem: 'the cloud said nothing of it' } : { content, at }];
    });
  } catch (error) {
    const problem = problemOf(error);
    return ids.map((id): [string, Reading] => [id, { problem }]);
  }
}

/** The caller keeps to the deadline by itself; this holds also for one that hangs. */
async function withinDeadline<T>(work: Promise<T>, deadline: number, now: () => Date): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const left = Math.min(Math.max(0, deadline - now().getTime()), LONGEST_MS);
    timer = setTimeout(() => reject(new CloudError('Timeout', 'not answered in time')), left);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** Short and without any of the answer's text: it is shown to people. */
function problemOf(error: unknown): string {
  const { code } = toCloudError(error, 'reading');
  if (code === 'Timeout') return 'the cloud did not answer in time';
  if (code === 'Unreachable') return 'the cloud could not be reached';
  if (code.startsWith('Throttling')) return 'the cloud throttled the reading';
  if (/^(?:Forbidden|NoPermission|Unauthorized|AccessDenied|RoleRefused)/iu.test(code))
    return `reading is not allowed (${code})`;
  return `the cloud answered ${code.slice(0, 60)}`;
}
