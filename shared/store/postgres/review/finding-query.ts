import { type RawBuilder, sql } from 'kysely';
import type { FindingFilter, FindingOrder } from '../../review.ts';
import { key } from '../text.ts';
import { ANY, type Place, RANK, TIME } from './cursor.ts';

type Condition = RawBuilder<unknown>;

/** The filter as one condition. */
export function conditionOf(filter: FindingFilter): Condition {
  const all = [
    ...when(filter.from, (from) => sql`event_time >= ${from}::timestamptz`),
    ...when(filter.to, (to) => sql`event_time < ${to}::timestamptz`),
    ...when(filter.accountId, (id) => sql`account_id = ${key(id)}`),
    ...when(filter.region, (region) => sql`region = ${key(region)}`),
    ...when(filter.clusterId, (id) => sql`cluster_id = ${id}`),
    ...when(filter.rule, (rule) => sql`rule = ${rule}`),
    ...when(filter.row, (row) => sql`rows @> array[${row}]::text[]`),
    ...when(filled(filter.severities), (all) => sql`severity = any(${all}::text[])`),
    ...when(filled(filter.statuses), (all) => sql`status = any(${all}::text[])`),
    ...when(filter.verdict, (one) => (one === 'none' ? sql`verdict is null` : sql`verdict = ${one}`)),
    ...when(filter.actor, (name) => sql`lower(actor_name) = lower(${name})`),
    ...when(filter.resource, (id) => sql`ackwatch_resource_ids(refs) @> array[${key(id)}]::text[]`),
    ...when(queryOf(filter.text), (query) => sql`ackwatch_words(content) @@ ${query}::tsquery`),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** How a list is sorted, and how it goes on after a place. */
export const ORDERS: Readonly<
  Record<
    FindingOrder,
    { readonly by: Condition; readonly shape: readonly RegExp[]; readonly after: (place: Place) => Condition }
  >
> = {
  newest: {
    by: sql`event_time desc, id desc`,
    shape: [TIME, ANY],
    after: ([time, id]) => sql`(event_time, id) < (${time}::timestamptz, ${id})`,
  },
  oldest: {
    by: sql`event_time, id`,
    shape: [TIME, ANY],
    after: ([time, id]) => sql`(event_time, id) > (${time}::timestamptz, ${id})`,
  },
  severity: {
    by: sql`severity_rank desc, event_time desc, id desc`,
    shape: [RANK, TIME, ANY],
    after: ([rank, time, id]) =>
      sql`(severity_rank, event_time, id) < (${rank}::smallint, ${time}::timestamptz, ${id})`,
  },
};

/** Each word as a phrase of its letters and digits, the last of them perhaps the beginning of one. */
function queryOf(text: string | undefined): string | undefined {
  const words = (text ?? '').toLowerCase().split(/\s+/u).slice(0, 10);
  const phrases = words.flatMap((word) => {
    // eslint-disable-next-line no-control-regex -- the same places at which the index parts them
    const parts = word.split(/[\0-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/u).filter((part) => part !== '');
    return parts.length === 0 ? [] : [`${parts.map((part) => `'${part}'`).join(' <-> ')}:*`];
  });
  return phrases.length === 0 ? undefined : phrases.join(' & ');
}

function when<T>(value: T | undefined, condition: (value: T) => Condition): readonly Condition[] {
  return value === undefined || value === '' ? [] : [condition(value)];
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
