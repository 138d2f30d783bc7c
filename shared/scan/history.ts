import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';

/** What one service of one region recorded, read backwards: everything from `until` on is behind us. */
export interface Stream {
  readonly region: string;
  readonly service: string;
  readonly until: Date;
  readonly isDone: boolean;
}

/** Up to 50 records of one stream, newest first, and where the stream stands once they are dealt with. */
export interface HistoryPage {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly stream: Stream;
}

/** Which part of the past is read. */
export interface History {
  readonly cloud: Cloud;
  readonly since: Date;
  readonly streams: readonly Stream[];
  readonly now: () => Date;
}

const MOST = 50;
const CALL_MS = 30_000;

const Answer = z.object({
  Events: z.array(z.looseObject({ eventTime: z.string() })).nullish(),
  NextToken: optionalText,
});

/** One stream per region and service, all of them at the same moment. */
export function streamsFrom(regions: readonly string[], services: readonly string[], until: Date): readonly Stream[] {
  return services.flatMap((service) => regions.map((region) => ({ region, service, until, isDone: false })));
}

/**
 * The writes that ActionTrail kept, newest first: the next page is always that of the stream which has come back least
 * far. Throws CloudError; every page that was yielded stays valid then.
 */
export async function* readHistory({ cloud, since, streams, now }: History): AsyncGenerator<HistoryPage> {
  const open = streams.filter(({ isDone }) => !isDone).map((stream) => ({ stream, end: stream.until, token: '' }));
  while (open.length > 0) {
    const [next] = open.toSorted((a, b) => b.stream.until.getTime() - a.stream.until.getTime());
    if (next === undefined) return;
    const { region, service } = next.stream;
    const params = {
      'LookupAttribute.1.Key': 'EventRW',
      'LookupAttribute.1.Value': 'Write',
      'LookupAttribute.2.Key': 'ServiceName',
      'LookupAttribute.2.Value': service,
      StartTime: toSeconds(since),
      EndTime: toSeconds(next.end),
      Direction: 'BACKWARD',
      MaxResults: MOST,
      ...(next.token === '' ? {} : { NextToken: next.token }),
    };
    const deadline = now().getTime() + CALL_MS;
    const call = { product: 'actiontrail', action: 'LookupEvents', region, params, deadline } as const;
    const { Events: events, NextToken: token } = await ask(cloud, call, Answer);
    const records = events ?? [];
    const until = oldestOf(records, next.stream.until);
    next.stream = { region, service, until, isDone: token === undefined };
    next.token = token ?? '';
    if (token === undefined) open.splice(open.indexOf(next), 1);
    yield { records, stream: next.stream };
  }
}

/** How much of the past lies behind, from 0 to 1. */
export function progressOf(streams: readonly Stream[], since: Date, end: Date): number {
  const whole = Math.max(1, end.getTime() - since.getTime());
  const parts = streams.map(({ until, isDone }) => (isDone ? 1 : (end.getTime() - until.getTime()) / whole));
  return parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
}

function oldestOf(records: readonly { readonly eventTime: string }[], before: Date): Date {
  const times = records.map(({ eventTime }) => Date.parse(eventTime)).filter((time) => !Number.isNaN(time));
  return new Date(Math.min(before.getTime(), ...times));
}

/** ActionTrail takes no fractions of a second. */
export function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
