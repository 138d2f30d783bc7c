import { randomUUID } from 'node:crypto';
import type { TrailRecord } from '../cloud/actiontrail/record.ts';

/** A CloudEvent as EventBridge pushes it: the record of the trail is its `data`, as an object. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly specversion: '1.0';
  readonly type: string;
  readonly datacontenttype: string;
  readonly subject: string;
  readonly time: string;
  readonly aliyunaccountid: string;
  readonly aliyunoriginalaccountid: string;
  readonly aliyunpublishtime: string;
  readonly aliyuneventbusname: string;
  readonly aliyunregionid: string;
  readonly aliyunpublishaddr: string;
  readonly data: TrailRecord;
}

/** Wraps a record. One event keeps its id however often it is pushed. */
export function envelopeOf(record: TrailRecord, accountId: string, now: Date): Envelope {
  const product = record.serviceName.toLowerCase();
  return {
    id: randomUUID(),
    source: `acs.${product}`,
    specversion: '1.0',
    type: `${product}:ActionTrail:${record.eventType}`,
    datacontenttype: 'application/json;charset=utf-8',
    subject: `acs.${product}:${record.acsRegion}:${accountId}:actiontrail`,
    time: record.eventTime,
    aliyunaccountid: accountId,
    aliyunoriginalaccountid: accountId,
    aliyunpublishtime: publishTime(now),
    aliyuneventbusname: 'default',
    aliyunregionid: record.acsRegion,
    aliyunpublishaddr: '172.25.0.6',
    data: record,
  };
}

/** China's time with the zone as three letters, which is not ISO 8601: it is what the documentation prints. */
function publishTime(now: Date): string {
  return `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}PRC`;
}
