import * as z from 'zod';
import { ask } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { toCloudError } from '../cloud/failure.ts';
import type { AuditEvent } from '../model/event.ts';
import { decode } from '../sources/actiontrail/decode.ts';

/** Where the trail is asked. */
export interface Trail {
  readonly cloud: Cloud;
  readonly deadline: number;
}

/** Calls that were not refused, each with the ids of everything it names; or why the trail did not tell. */
export type Past = readonly { readonly ids: readonly string[] }[] | { readonly problem: string };

const MOST = 50;
const answer = z.object({ Events: z.array(z.unknown()).nullish() });

/** The newest calls of one action in the region before an event, as far as one look-up tells. */
export async function pastCalls(
  { region, eventTime }: Pick<AuditEvent, 'region' | 'eventTime'>,
  action: string,
  since: Date,
  { cloud, deadline }: Trail,
): Promise<Past> {
  const params = {
    LookupAttribute: [{ Key: 'EventName', Value: action }],
    StartTime: isoSeconds(since),
    EndTime: isoSeconds(eventTime),
    Direction: 'BACKWARD',
    MaxResults: MOST,
  };
  try {
    const call = { product: 'actiontrail', action: 'LookupEvents', region, params, deadline } as const;
    const { Events: records } = await ask(cloud, call, answer);
    const events = decode(records ?? [], eventTime).flatMap((item) => (item.kind === 'event' ? [item.event] : []));
    return events.filter(({ outcome }) => outcome === 'success').map((event) => ({ ids: idsIn(event) }));
  } catch (error) {
    return { problem: toCloudError(error, 'the trail').code };
  }
}

function idsIn({ params, referenced }: AuditEvent): readonly string[] {
  const named = Object.values(params).filter((value): value is string => typeof value === 'string');
  return [...new Set([...Object.values(referenced).flat(), ...named.filter((text) => /^[a-z]+-\w+$/u.test(text))])];
}

function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
