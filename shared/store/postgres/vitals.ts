import { sql } from 'kysely';
import { HELD } from '../../model/decision.ts';
import type { Counts, Vitals, VitalsStore } from '../vitals.ts';
import { key } from './text.ts';
import type { Units } from './units.ts';

/** A message that is due for so long is told late; a retry comes sooner. Of a closed channel people were told already. */
const OVERDUE = sql.raw(`interval '15 minutes'`);
/** Twice what a collector may take, whatever the settings. */
const STALE = sql.raw(`interval '2 hours'`);

/** How well ackwatch itself does. Its own findings are about it, not about a cluster: they are not counted. */
export function vitals({ run }: Units): VitalsStore {
  return {
    vitals: (accountIds) =>
      run('tell how well it does', async (db) => {
        const setAside = await sql<{ count: number }>`
          select count(*)::int as count from set_aside where at > now() - interval '1 day'
        `.execute(db);
        const overdue = await sql<Vitals['overdue'] & { readonly since: Date | null }>`
          select count(*)::int as count, min(due_at) as since from notifications
          where state = 'pending' and due_at < now() - ${OVERDUE} and account_id = any(${accountIds.map(key)}::text[])
            and (leased_until is null or leased_until < now())
            and not exists (select 1 from channels c where c.channel = notifications.channel and c.closed_until > now())
        `.execute(db);
        const stale = await sql<Vitals['stale'][number]>`
          select c.id as cluster_id, c.name, count(*)::int as resources, min(i.seen_at) as since
          from inventory i join clusters c on c.account_id = i.account_id and c.id = i.cluster_id and c.retired_at is null
          where i.account_id = any(${accountIds.map(key)}::text[]) and i.tombstoned_at is null and i.stale and i.seen_at < now() - ${STALE}
          group by c.id, c.name order by c.id
        `.execute(db);
        const [late] = overdue.rows;
        return {
          setAside: setAside.rows[0]?.count ?? 0,
          overdue: { count: late?.count ?? 0, since: late?.since ?? undefined },
          stale: stale.rows,
        };
      }),
    counts: (accountIds, since) =>
      run('count what happened', async (db) => {
        const accounts = accountIds.map(key);
        const decided = await sql<Counts['decided'][number]>`
          select outcome, count(*)::int as count from decisions
          where account_id = any(${accounts}::text[]) and decided_at > ${since}::timestamptz and operation not like 'Ackwatch:%'
          group by outcome order by count(*) desc, outcome
        `.execute(db);
        const findings = await sql<Counts['findings'][number]>`
          select severity, count(*)::int as count from findings
          where account_id = any(${accounts}::text[]) and recorded_at > ${since}::timestamptz and operation not like 'Ackwatch:%'
          group by severity
        `.execute(db);
        const totals = await sql<Omit<Counts, 'decided' | 'findings'>>`
          select
            (select count(*)::int from decisions where account_id = any(${accounts}::text[]) and outcome = any(${HELD}::text[])) as held,
            (select count(*)::int from decisions where account_id = any(${accounts}::text[]) and via = 'reconcile'
              and decided_at > ${since}::timestamptz) as late,
            (select count(*)::int from set_aside where at > ${since}::timestamptz) as set_aside,
            f.*, n.*
          from (
            select count(*) filter (where is_alert and recorded_at > ${since}::timestamptz)::int as alerts,
              count(*) filter (where status = 'suppressed' and recorded_at > ${since}::timestamptz)::int as suppressed,
              count(*) filter (where standing = 'declared' and recorded_at > ${since}::timestamptz)::int as declared,
              count(*) filter (where resolved_at > ${since}::timestamptz)::int as resolved,
              count(*) filter (where status in ('new', 'in-progress') and outcome = 'success')::int as open
            from findings where account_id = any(${accounts}::text[]) and operation not like 'Ackwatch:%'
          ) f, (
            select count(*) filter (where state = 'delivered' and settled_at > ${since}::timestamptz)::int as delivered,
              count(*) filter (where state = 'abandoned' and settled_at > ${since}::timestamptz)::int as abandoned,
              count(*) filter (where state = 'pending')::int as waiting
            from notifications where account_id = any(${accounts}::text[])
          ) n
        `.execute(db);
        const [total] = totals.rows;
        if (total === undefined) throw new Error('Expected one row of counts, got none');
        return { decided: decided.rows, findings: findings.rows, ...total };
      }),
  };
}
