import { sql } from 'kysely';
import type { Actor } from '../../../model/actor.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Health, ReviewStore, RowCount } from '../../review.ts';
import type { Units } from '../units.ts';

type Overview = 'openCounts' | 'timeline' | 'topActors' | 'rowCounts' | 'rowsSeen' | 'health';

/** How far counting goes where the number itself tells nothing more. */
const COUNTED = 1_000;

/** The whole in figures; every one of them comes out of an index alone. */
export function overview({ run }: Units): Pick<ReviewStore, Overview> {
  return {
    openCounts: () =>
      run('count open findings', async (db) => {
        const { rows } = await sql<OpenCount>`
          select open.cluster_id, coalesce(clusters.name, open.cluster_id) as cluster_name, severity, count from (
            select cluster_id, severity, count(*)::int as count from findings
            where status in ('new', 'in-progress') and outcome = 'success' group by cluster_id, severity
          ) open left join lateral (
            select name from clusters where clusters.id = open.cluster_id limit 1
          ) clusters on true
        `.execute(db);
        return rows;
      }),
    timeline: ({ from, unit, timeZone }) =>
      run('count findings by time', async (db) => {
        // First by parts of which the zone's hours and days consist: that is cheap, time zones are not.
        const { rows } = await sql<{ readonly at: Date; readonly severity: Severity; readonly count: number }>`
          select date_trunc(${unit}, quarter, ${timeZone}) as at, severity, sum(count)::int as count from (
            select date_bin(${binOf(timeZone)}::interval, event_time, timestamptz '2000-01-01 00:00Z') as quarter, severity, count(*) as count
            from findings where event_time >= ${from}::timestamptz group by 1, 2
          ) quarters group by 1, 2 order by 1
        `.execute(db);
        return rows;
      }),
    topActors: (from, limit) =>
      run('count findings by actor', async (db) => {
        const { rows } = await sql<ActorCount>`
          select actor_type as type, actor_name as name, count(*)::int as count, max(event_time) as last
          from findings where event_time >= ${from}::timestamptz
          group by 1, 2 order by count desc, last desc limit ${limit}
        `.execute(db);
        return rows;
      }),
    rowCounts: (from) =>
      run('count findings by row', async (db) => {
        // First by the whole list of rows: there are few of those, and a text is cheaper to compare than to take apart.
        const { rows } = await sql<RowCount>`
          select row, sum(count)::int as count, max(last) as last from (
            select rows, count(*) as count, max(event_time) as last
            from findings where event_time >= ${from}::timestamptz group by rows
          ) lists, unnest(lists.rows) as row group by row order by count desc, row
        `.execute(db);
        return rows;
      }),
    rowsSeen: () =>
      run('tell which rows were hit', async (db) => {
        // From one list of rows to the next, however many findings there are of each.
        const { rows } = await sql<{ readonly row: string; readonly last: Date }>`
          with recursive lists as (
            (select rows, event_time from findings order by rows, event_time desc limit 1)
            union all
            (select next.rows, next.event_time from lists, lateral (
              select rows, event_time from findings where rows > lists.rows order by rows, event_time desc limit 1) next)
          )
          select row, max(event_time) as last from lists, unnest(rows) as row group by row
        `.execute(db);
        return new Map(rows.map(({ row, last }) => [row, last]));
      }),
    health: () =>
      run('look after the machinery', async (db) => {
        const { rows } = await sql<HealthRow>`
          select
            (select count(*)::int from notifications where state = 'pending') as waiting,
            (select min(created_at) from notifications where state = 'pending') as oldest_waiting,
            (select count(*)::int from notifications where state = 'abandoned' and created_at > now() - interval '7 days') as abandoned,
            (select count(*)::int from notifications where state = 'delivered' and settled_at > now() - interval '1 day') as delivered,
            (select count(*)::int from (
              select 1 from decisions where outcome in ('ownership-unknown', 'unverified') limit ${COUNTED}) counted) as held,
            (select count(*)::int from (
              select 1 from set_aside where at > now() - interval '7 days' limit ${COUNTED}) counted) as set_aside,
            (select received_at from decisions order by event_time desc, event_id desc limit 1) as last_received,
            (select max(at) from marks where name like 'sweep %') as last_sweep,
            (select count(*)::int from inventory where stale and tombstoned_at is null) as stale,
            array(select seen_at from clusters where retired_at is null order by seen_at) as collected
        `.execute(db);
        const { rows: compared } = await sql<Health['compared'][number]>`
          select split_part(name, ' ', 3) as region, at as up_to from marks where name like 'reconcile %' order by at, name
        `.execute(db);
        const { oldestWaiting, lastReceived, lastSweep, ...counts } = rows[0] ?? NOTHING;
        return {
          ...counts,
          compared,
          ...(lastSweep ? { lastSweep } : {}),
          ...(oldestWaiting ? { oldestWaiting } : {}),
          ...(lastReceived ? { lastReceived } : {}),
        };
      }),
  };
}

/** Zones are whole hours away from UTC, but for some that are whole quarters. */
function binOf(timeZone: string): string {
  const offset = new Date().toLocaleString('en', { timeZone, timeZoneName: 'longOffset' });
  return /:(?:15|30|45)$/u.test(offset) ? '15 minutes' : '1 hour';
}

type OpenCount = Awaited<ReturnType<ReviewStore['openCounts']>>[number];
type ActorCount = Pick<Actor, 'type' | 'name'> & { readonly count: number; readonly last: Date };

interface HealthRow {
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  readonly abandoned: number;
  readonly delivered: number;
  readonly held: number;
  readonly setAside: number;
  readonly lastReceived: Date | null;
  readonly lastSweep: Date | null;
  readonly stale: number;
  readonly collected: readonly Date[];
}

const NOTHING: HealthRow = {
  waiting: 0,
  oldestWaiting: null,
  abandoned: 0,
  delivered: 0,
  held: 0,
  setAside: 0,
  lastReceived: null,
  lastSweep: null,
  stale: 0,
  collected: [],
};
