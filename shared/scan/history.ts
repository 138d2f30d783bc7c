import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';

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
/** One question may span 30 days: https://help.aliyun.com/document_detail/28849.html */
const SPAN_MS = 29 * 86_400_000;

const Answer = z.object({
  Events: z.array(z.looseObject({ eventTime: z.string() })).nullish(),
  NextToken: optionalText,
});

/** One stream per region and service, all of them at the same moment. */
export function streamsFrom(regions: readonly string[], services: readonly string[], until: Date): readonly Stream[] {
  return services.flatMap((service) => regions.map((region) => ({ region, service, until, isDone: false })));
}

/** A stream that is being read: the span of one question, and the token of its next page. */
interface Reading {
  stream: Stream;
  end: Date;
  token: string | undefined;
}

/**
 * The writes that ActionTrail kept, newest first: the next page is always that of the stream which has come back least
 * far. Throws CloudError; every page that was yielded stays valid then.
 */
export async function* readHistory({ cloud, since, streams, now }: History): AsyncGenerator<HistoryPage> {
  const open = streams
    .filter(({ isDone }) => !isDone)
    .map((stream): Reading => ({ stream, end: stream.until, token: undefined }));
  while (open.length > 0) {
    const [next] = open.toSorted((a, b) => b.stream.until.getTime() - a.stream.until.getTime());
    if (next === undefined) return;
    const start = new Date(Math.max(since.getTime(), next.end.getTime() - SPAN_MS));
    const { Events: events, NextToken: token } = await ask(cloud, callOf(next, start, now), Answer);
    const records = events ?? [];
    const isWhole = token === undefined;
    const until = isWhole ? start : oldestOf(records, next.stream.until);
    next.stream = { ...next.stream, until, isDone: isWhole && start <= since };
    if (isWhole) next.end = start;
    next.token = token;
    if (next.stream.isDone) open.splice(open.indexOf(next), 1);
    yield { records, stream: next.stream };
  }
}

function callOf({ stream: { region, service }, end, token }: Reading, start: Date, now: () => Date): CloudCall {
  const params = {
    LookupAttribute: [
      { Key: 'EventRW', Value: 'Write' },
      { Key: 'ServiceName', Value: service },
    ],
    StartTime: toSeconds(start),
    EndTime: toSeconds(end),
    Direction: 'BACKWARD',
    MaxResults: MOST,
    ...(token === undefined ? {} : { NextToken: token }),
  };
  return { product: 'actiontrail', action: 'LookupEvents', region, params, deadline: now().getTime() + CALL_MS };
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
function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
