import { randomUUID } from 'node:crypto';
import type { Params } from '../../../../shared/model/params.ts';
import type { Answer, ApiError } from '../api.ts';
import type { Key } from '../keys.ts';
import { recordOf, type TrailRecord } from './record.ts';
import type { Trail } from './trail.ts';

/** A write whose record is wanted without anything being done: of a product not played here, or of the past. */
export interface UnplayedCall {
  /** `Nlb`, `NAS`, `Vpc` … as ActionTrail spells it. */
  readonly serviceName: string;
  readonly version: string;
  readonly action: string;
  readonly params: Params;
  readonly references?: Readonly<Record<string, readonly string[]>>;
  readonly answer?: Answer;
  readonly error?: ApiError;
  readonly region?: string;
  /** When it happened; now, unless said. */
  readonly at?: Date;
}

/** Appends the record of a call that nobody makes. */
export function recordUnplayed(
  world: { readonly trail: Trail; readonly clock: () => Date; readonly region: string },
  key: Key,
  call: UnplayedCall,
): TrailRecord {
  const { serviceName, version, action, params, references = {}, answer = {}, error } = call;
  const record = recordOf({
    product: { serviceName, product: serviceName.toLowerCase() },
    version,
    action,
    rw: 'Write',
    key,
    region: call.region ?? world.region,
    params,
    requestId: randomUUID().toUpperCase(),
    now: call.at ?? world.clock(),
    sourceIp: 'Internal',
    userAgent: 'ackwatch-local-cloud',
    references,
    outcome: error === undefined ? { answer } : { error },
  });
  world.trail.append(record);
  return record;
}
