import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { ask } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { ConfigError } from '../errors.ts';
import { enveloped } from '../reconcile/decide-late.ts';
import { type Decoded, decode } from '../sources/actiontrail/decode.ts';
import type { ReviewStore } from '../store/review.ts';

/** Where an event may be looked for besides a file. */
export interface EventPlaces {
  readonly review?: Pick<ReviewStore, 'decisions' | 'decision'> | undefined;
  readonly cloud: Cloud;
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly now: () => Date;
}

/** One question may span 30 days, and 90 are kept. */
const SPAN_DAYS = 29;
const AGES = [0, 29, 58];
const DAY_MS = 86_400_000;
const LOOK_UP_MS = 15_000;
const MOST_BYTES = 32 * 1024 * 1024;

const Answer = z.object({ Events: z.array(z.looseObject({})).nullish() });

/** The events in a file; undefined where there is no such file. */
export async function eventsInFile(path: string): Promise<readonly Decoded[] | undefined> {
  const about = await stat(path).catch(() => undefined);
  if (about === undefined || !about.isFile()) return undefined;
  if (about.size > MOST_BYTES) throw new ConfigError(`Expected a file of at most 32 MB, got ${path}`);
  return decode(await readFile(path), about.mtime);
}

/** The event of that id: as the database keeps it, else as the trail shows it; undefined where neither does. */
export async function eventOfId(id: string, places: EventPlaces): Promise<Decoded | undefined> {
  const { review, cloud, accountId, regions, now } = places;
  const [known] = (await review?.decisions({ eventId: id }, { limit: 1 }))?.items ?? [];
  const kept = known && (await review?.decision(known));
  if (known && kept) return decode(kept.raw, known.receivedAt)[0];
  for (const region of regions) {
    for (const age of AGES) {
      const end = now().getTime() - age * DAY_MS;
      const params = {
        LookupAttribute: [{ Key: 'EventId', Value: id }],
        StartTime: toSeconds(end - SPAN_DAYS * DAY_MS),
        EndTime: toSeconds(end),
        MaxResults: 1,
      };
      const deadline = now().getTime() + LOOK_UP_MS;
      const call = { product: 'actiontrail', action: 'LookupEvents', region, params, deadline } as const;
      const [record] = (await ask(cloud, call, Answer)).Events ?? [];
      if (record !== undefined) return decode(enveloped(record, accountId, region), now())[0];
    }
  }
  return undefined;
}

function toSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
