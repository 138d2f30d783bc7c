import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';

/** Which part of the trail's history to read. */
export interface Span {
  readonly region: string;
  readonly from: Date;
  readonly to: Date;
  /** Of the page before. */
  readonly token?: string | undefined;
  readonly deadline: number;
}

/** One page of it, the oldest event first. */
export interface Page {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly token: string | undefined;
}

const PAGE_SIZE = 50;

const answer = z.object({ Events: z.array(z.looseObject({})).nullish(), NextToken: optionalText });

/** One page of what was written, in the order in which it happened. Throws CloudError. */
export async function readHistory(cloud: Cloud, { region, from, to, token, deadline }: Span): Promise<Page> {
  const params = {
    LookupAttribute: [{ Key: 'EventRW', Value: 'Write' }],
    StartTime: isoSeconds(from),
    EndTime: isoSeconds(to),
    Direction: 'FORWARD',
    MaxResults: PAGE_SIZE,
    ...(token === undefined ? {} : { NextToken: token }),
  };
  const call = { product: 'actiontrail', action: 'LookupEvents', region, params, deadline } as const;
  const read = await ask(cloud, call, answer);
  return { records: read.Events ?? [], token: read.NextToken };
}

function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
