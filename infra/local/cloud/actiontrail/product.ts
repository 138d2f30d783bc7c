import { objectsOf, textOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type Product } from '../api.ts';
import { secondsOf, type TrailRecord } from './record.ts';
import type { Trail } from './trail.ts';
import { trailOperations, type TrailsState } from './trails.ts';

const DAY_MS = 86_400_000;
const MOST_RESULTS = 50;

const READERS: Readonly<Record<string, (record: TrailRecord) => readonly (string | undefined)[]>> = {
  ServiceName: (record) => [record.serviceName],
  EventName: (record) => [record.eventName],
  User: (record) => [text(record.userIdentity['userName'])],
  EventId: (record) => [record.eventId],
  ResourceType: (record) => Object.keys(record.referencedResources ?? {}),
  ResourceName: (record) => Object.values(record.referencedResources ?? {}).flat(),
  EventRW: (record) => [record.eventRW],
  EventAccessKeyId: (record) => [text(record.userIdentity['accessKeyId'])],
  EventType: (record) => [record.eventType],
  SourceIpAddress: (record) => [record.sourceIpAddress],
};

/** ActionTrail 2020-07-06: the history of the last ninety days, and the trails that keep it for longer. */
export function actiontrailProduct(trail: Trail, trails: TrailsState): Product {
  return {
    serviceName: 'Actiontrail',
    product: 'actiontrail',
    versions: ['2020-07-06'],
    style: 'RPC',
    callsPerSecond: 2,
    operations: {
      LookupEvents: { rw: 'Read', run: (call) => lookUp(trail, call) },
      ...trailOperations(trails),
    },
  };
}

function lookUp(trail: Trail, { params, now, region }: Call): Answer {
  const [start, end] = spanIn(params, now);
  if (start > end) throw invalid('StartTime', 'The specified StartTime is later than EndTime.');
  const wanted = conditionsIn(params);
  const found = trail
    .visible()
    .filter((record) => record.acsRegion === region || record.isGlobal)
    .filter((record) => isWithin(record, start, end) && wanted.every((condition) => condition(record)));
  const ordered = inDirection(found, textOf(params, 'Direction') ?? 'BACKWARD');
  const from = offsetOf(ordered, textOf(params, 'NextToken'));
  const size = pageSize(params);
  const page = ordered.slice(from, from + size);
  const next = ordered[from + size];
  return {
    StartTime: secondsOf(start),
    EndTime: secondsOf(end),
    Events: page,
    ...(next === undefined ? {} : { NextToken: tokenOf(next) }),
  };
}

/** Both ends or none; the last seven days when none is given. */
function spanIn(params: Params, now: Date): readonly [Date, Date] {
  const start = timeOf(params, 'StartTime');
  const end = timeOf(params, 'EndTime');
  if ((start === undefined) !== (end === undefined)) {
    throw invalid(start === undefined ? 'StartTime' : 'EndTime', 'StartTime and EndTime must be specified together.');
  }
  return [start ?? new Date(now.getTime() - 7 * DAY_MS), end ?? now];
}

/** At most two conditions count; of two with one key the second does. */
function conditionsIn(params: Params): readonly ((record: TrailRecord) => boolean)[] {
  const first = objectsOf(params, 'LookupAttribute').slice(0, 2);
  const byKey = new Map(first.map((attribute) => [textOf(attribute, 'Key'), attribute]));
  return [...byKey.values()].map(conditionOf);
}

function conditionOf(attribute: Params): (record: TrailRecord) => boolean {
  const key = textOf(attribute, 'Key') ?? '';
  const value = textOf(attribute, 'Value');
  const read = READERS[key];
  if (read === undefined || value === undefined) {
    throw invalid('LookupAttribute', `The specified LookupAttribute ${key} is invalid.`);
  }
  return (record) => read(record).includes(value);
}

function isWithin(record: TrailRecord, start: Date, end: Date): boolean {
  const time = Date.parse(record.eventTime);
  return time >= Math.floor(start.getTime() / 1000) * 1000 && time <= end.getTime();
}

function inDirection(records: readonly TrailRecord[], direction: string): readonly TrailRecord[] {
  if (direction !== 'FORWARD' && direction !== 'BACKWARD') throw invalid('Direction', 'The Direction is invalid.');
  const oldestFirst = records.toSorted((a, b) => a.eventTime.localeCompare(b.eventTime));
  return direction === 'FORWARD' ? oldestFirst : oldestFirst.toReversed();
}

function pageSize(params: Params): number {
  const size = Number(textOf(params, 'MaxResults') ?? 20);
  if (!Number.isInteger(size) || size < 1 || size > MOST_RESULTS) {
    throw invalid('MaxResults', `The specified MaxResults must be between 1 and ${MOST_RESULTS}.`);
  }
  return size;
}

/** The token names the first record of the next page, so records that arrive meanwhile do not shift it. */
function tokenOf(record: TrailRecord): string {
  return Buffer.from(record.eventId).toString('base64url');
}

function offsetOf(records: readonly TrailRecord[], token: string | undefined): number {
  if (token === undefined) return 0;
  const at = records.findIndex((record) => tokenOf(record) === token);
  if (at < 0) throw invalid('NextToken', 'The specified NextToken is invalid.');
  return at;
}

function timeOf(params: Params, name: string): Date | undefined {
  const given = textOf(params, name);
  if (given === undefined) return undefined;
  const time = new Date(given);
  if (Number.isNaN(time.getTime())) throw invalid(name, `The specified ${name} is invalid.`);
  return time;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function invalid(name: string, message: string): ApiError {
  return new ApiError(400, `InvalidParameter.${name}`, message);
}
