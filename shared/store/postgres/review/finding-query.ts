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

/** Every word, each perhaps the beginning of a longer one; parted where the index parts them. */
function queryOf(text: string | undefined): string | undefined {
  const words = (text ?? '')
    .toLowerCase()
    .split(/[\s"{},:[\]\\]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const quoted = words.slice(0, 10).map((word) => `'${word.slice(0, 100).replaceAll("'", "''")}':*`);
  return quoted.join(' & ');
}

function when<T>(value: T | undefined, condition: (value: T) => Condition): readonly Condition[] {
  return value === undefined || value === '' ? [] : [condition(value)];
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
