import { randomUUID } from 'node:crypto';
import type { Answer } from '../api.ts';
import type { Key } from '../keys.ts';
import { systemIdentity, userIdentityOf } from './identity.ts';
import { resourcesOf, secondsOf, type TrailRecord } from './record.ts';

const DAY_MS = 86_400_000;
const DAYS_KEPT = 90;

/** Something that no API call did: an expiry, a spot reclaim, an order placed on a console's sale page. */
export interface OtherEvent {
  /** `Ecs`, `Slb` … */
  readonly serviceName: string;
  /** `Release`, `Create`, `Renew`, or an API's name. */
  readonly eventName: string;
  readonly region: string;
  readonly references: Readonly<Record<string, readonly string[]>>;
  /** Who placed the order; absent: the cloud itself. */
  readonly by?: Key;
  /** What the sale page recorded; the cloud itself records nothing. */
  readonly params?: Answer;
}

/** ActionTrail of one account: what happened, for ninety days. */
export interface Trail {
  readonly append: (record: TrailRecord) => void;
  readonly emit: (event: OtherEvent) => TrailRecord;
  /** Calls `listener` with every later record. The returned function ends it. */
  readonly subscribe: (listener: (record: TrailRecord) => void) => () => void;
  /** Records that a query sees now, oldest first. */
  readonly visible: () => readonly TrailRecord[];
  /** Every record that is kept, seen or not yet. */
  readonly records: () => readonly TrailRecord[];
}

/** An empty trail. A record can be looked up `visibleAfterMs` after it happened. */
export function createTrail(options: { readonly clock: () => Date; readonly visibleAfterMs?: number }): Trail {
  const { clock, visibleAfterMs = 0 } = options;
  const kept: TrailRecord[] = [];
  const listeners = new Set<(record: TrailRecord) => void>();
  const age = (record: TrailRecord): number => clock().getTime() - Date.parse(record.eventTime);
  const records = (): readonly TrailRecord[] => kept.filter((record) => age(record) <= DAYS_KEPT * DAY_MS);
  const append = (record: TrailRecord): void => {
    kept.push(record);
    for (const listener of listeners) listener(record);
  };
  return {
    append,
    records,
    visible: () => records().filter((record) => age(record) >= visibleAfterMs),
    emit: (event) => {
      const record = otherRecord(event, clock());
      append(record);
      return record;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

type Who = Pick<TrailRecord, 'eventType' | 'userIdentity' | 'sourceIpAddress' | 'userAgent'> & Partial<TrailRecord>;

function otherRecord({ serviceName, eventName, region, references, by, params }: OtherEvent, now: Date): TrailRecord {
  const host = `${serviceName.toLowerCase()}.aliyuncs.com`;
  const requestId = randomUUID().toUpperCase();
  const who: Who =
    by === undefined
      ? { eventType: 'AliyunServiceEvent', userIdentity: systemIdentity(host), sourceIpAddress: host, userAgent: host }
      : {
          eventType: 'ConsoleOperation',
          eventSource: host,
          userIdentity: userIdentityOf({ ...by, isConsole: true }, now),
          sourceIpAddress: by.sourceIp ?? 'Internal',
          userAgent: 'AliyunConsole',
          recipientAccountId: by.caller.accountId,
          requestParameters: params ?? {},
        };
  return {
    eventId: randomUUID(),
    eventVersion: 1,
    eventName,
    eventRW: 'Write',
    eventCategory: 'Management',
    eventTime: secondsOf(now),
    serviceName,
    requestId,
    acsRegion: region,
    isGlobal: false,
    eventAttributes: { SensitiveAction: 'true' },
    ...resourcesOf(references),
    ...who,
  };
}
