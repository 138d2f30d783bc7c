import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Stream } from './history.ts';

/** How far a scan that was interrupted had come. */
export interface Cursor {
  readonly accountId: string;
  readonly since: Date;
  /** When the scan began: nothing later is in it. */
  readonly end: Date;
  readonly streams: readonly Stream[];
  /** What was found so far. */
  readonly findings: readonly string[];
}

const Time = z.iso.datetime().transform((text) => new Date(text));
const File = z.object({
  accountId: z.string(),
  since: Time,
  end: Time,
  streams: z.array(z.object({ region: z.string(), service: z.string(), until: Time, isDone: z.boolean() })),
  findings: z.array(z.string()),
});

/** The cursor in the file; undefined where there is none, or none that can be read. */
export async function readCursor(file: string): Promise<Cursor | undefined> {
  try {
    return File.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place: a kill leaves the old cursor or the new one, never half of it. */
export async function writeCursor(file: string, cursor: Cursor): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, JSON.stringify(cursor));
  await rename(`${file}.tmp`, file);
}

/** The scan is complete: the next one begins anew. */
export async function removeCursor(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** How long an interrupted scan can be gone on with: what happened since is not in it. */
const LIFE_MS = 86_400_000;

/** Whether a scan of these regions and services may go on where this one ended: back to the same time, or as far back. */
export function goesOn(cursor: Cursor, asked: Omit<Cursor, 'findings'>): boolean {
  const names = (streams: readonly Stream[]) => streams.map(({ region, service }) => `${region} ${service}`).toSorted();
  const isSame = cursor.accountId === asked.accountId && names(cursor.streams).join() === names(asked.streams).join();
  const isAsFar = isNear(lengthOf(cursor), lengthOf(asked)) || isNear(cursor.since.getTime(), asked.since.getTime());
  return isSame && isAsFar && asked.end.getTime() - cursor.end.getTime() < LIFE_MS;
}

function lengthOf({ since, end }: Pick<Cursor, 'since' | 'end'>): number {
  return end.getTime() - since.getTime();
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1_000;
}
