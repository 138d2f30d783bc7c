import { sql } from 'kysely';
import type { AuditEntry, Seal } from '../../model/audit.ts';
import { HELD } from '../../model/decision.ts';
import type { AuditStore, Horizon } from '../audit.ts';
import type { Units } from './units.ts';

/** Batches that one call retires: a statement has three seconds. */
const SEALS_AT_A_TIME = 5;
const DECISIONS_AT_A_TIME = 2_000;

const ENTRY = sql`id::text, at, kind, subject, content, digest`;
const SEAL = sql`number::int, count::int, first_id::text, last_id::text, hash, previous, sealed_at, retired_at`;
/** How an entry names the decision that it tells of. */
const SUBJECT = sql`d.account_id || ' ' || d.region || ' ' || d.event_id`;

/** The audit: what was written down, and the seals on it. */
export function audit({ run, transact }: Units): AuditStore {
  return {
    horizon: () =>
      run('tell how far the audit goes', async (db) => {
        const { rows } = await sql<Horizon>`
          select coalesce(max(id), 0)::text as up_to, pg_snapshot_xmax(pg_current_snapshot())::text as transaction
          from audit_entries
        `.execute(db);
        return rows[0] ?? { upTo: '0', transaction: '0' };
      }),
    isPast: ({ transaction }) =>
      run('tell whether everybody has written', async (db) => {
        const { rows } = await sql<{ past: boolean }>`
          select pg_snapshot_xmin(pg_current_snapshot()) >= ${transaction}::xid8 as past
        `.execute(db);
        return rows[0]?.past === true;
      }),
    lastSeal: () =>
      run('read the last seal', async (db) => {
        const { rows } = await sql<SealRow>`select ${SEAL} from audit_seals order by number desc limit 1`.execute(db);
        return rows.map(sealOf)[0];
      }),
    entriesAfter: (id, upTo, limit) =>
      run('read what is not sealed', async (db) => {
        const { rows } = await sql<AuditEntry>`
          select ${ENTRY} from audit_entries where id > ${id}::bigint and id <= ${upTo}::bigint
          order by audit_entries.id limit ${limit}
        `.execute(db);
        return rows;
      }),
    addSeal: ({ number, count, firstId, lastId, hash, previous }) =>
      run('seal the audit', async (db) => {
        const { rows } = await sql<SealRow>`
          insert into audit_seals (number, count, first_id, last_id, hash, previous)
          values (${number}, ${count}, ${firstId}::bigint, ${lastId}::bigint, ${hash}, ${previous})
          on conflict (number) do nothing
          returning ${SEAL}
        `.execute(db);
        return rows.map(sealOf)[0];
      }),
    seals: (after, limit) =>
      run('read seals', async (db) => {
        const { rows } = await sql<SealRow>`
          select ${SEAL} from audit_seals where number > ${after} order by audit_seals.number limit ${limit}
        `.execute(db);
        return rows.map(sealOf);
      }),
    sealedEntries: (firstId, lastId) =>
      run('read what is sealed', async (db) => {
        const { rows } = await sql<AuditEntry>`
          select ${ENTRY} from audit_entries where id between ${firstId}::bigint and ${lastId}::bigint
          order by audit_entries.id
        `.execute(db);
        return rows;
      }),
    unsealed: () =>
      run('count what is not sealed', async (db) => {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from audit_entries
          where id > (select coalesce(max(last_id), 0) from audit_seals)
        `.execute(db);
        return rows[0]?.count ?? 0;
      }),
    strayEntries: () =>
      run('count entries under no seal', async (db) => {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from audit_entries e
          where id <= (select max(last_id) from audit_seals) and not exists (
            select 1 from audit_seals s where e.id between s.first_id and s.last_id and s.retired_at is null)
        `.execute(db);
        return rows[0]?.count ?? 0;
      }),
    decisionFaults: (firstId, lastId) =>
      run('hold decisions against the audit', async (db) => {
        const { rows } = await sql<{ kind: 'changed' | 'missing'; subject: string }>`
          select case when d.event_id is null then 'missing' else 'changed' end as kind, e.subject
          from audit_entries e left join decisions d on ${SUBJECT} = e.subject
          where e.id between ${firstId}::bigint and ${lastId}::bigint and e.kind = 'decision'
            and not exists (
              select 1 from audit_entries l where l.kind = 'decision' and l.subject = e.subject and l.id > e.id)
            and (d.event_id is null or ackwatch_decision_digest(d) <> e.digest)
          order by e.id
        `.execute(db);
        return rows;
      }),
    unwrittenDecisions: (after = '') =>
      run('find decisions that were not written down', async (db) => {
        const { rows } = await sql<{ subject: string; written: boolean }>`
          select subject, exists (
              select 1 from audit_entries e where e.kind = 'decision' and e.subject = part.subject
            ) or decided_at <= coalesce((select min(at) from audit_entries), 'infinity') as written
          from (
            select ${SUBJECT} as subject, decided_at from decisions d
            where ${SUBJECT} > ${after} order by 1 limit ${DECISIONS_AT_A_TIME}
          ) part order by subject
        `.execute(db);
        const subjects = rows.filter(({ written }) => !written).map(({ subject }) => subject);
        return { subjects, next: rows.length < DECISIONS_AT_A_TIME ? undefined : rows.at(-1)?.subject };
      }),
    retire: (olderThan) =>
      transact('let go of old audit entries', async (db) => {
        const { rows } = await sql<{ count: number }>`
          with old as (
            select number, first_id, last_id from audit_seals s
            where retired_at is null and sealed_at < ${olderThan}::timestamptz and not exists (
              select 1 from audit_entries e
              where e.id between s.first_id and s.last_id and e.at >= ${olderThan}::timestamptz)
            order by number limit ${SEALS_AT_A_TIME}
          ), gone as (
            delete from audit_entries e using old where e.id between old.first_id and old.last_id returning e.id
          ), retired as (
            update audit_seals s set retired_at = now() from old where s.number = old.number
          )
          select count(*)::int as count from gone
        `.execute(db);
        await sql`
          delete from decisions d where ctid in (
            select d.ctid from decisions d
            where d.decided_at < ${olderThan}::timestamptz and d.outcome <> all(${['finding', ...HELD]}::text[])
              and not exists (select 1 from audit_entries e where e.kind = 'decision' and e.subject = ${SUBJECT})
            limit ${DECISIONS_AT_A_TIME})
        `.execute(db);
        return rows[0]?.count ?? 0;
      }),
  };
}

interface SealRow extends Omit<Seal, 'retiredAt'> {
  readonly retiredAt: Date | null;
}

function sealOf({ retiredAt, ...seal }: SealRow): Seal {
  return { ...seal, ...(retiredAt === null ? {} : { retiredAt }) };
}
