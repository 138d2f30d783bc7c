import { type RawBuilder, sql } from 'kysely';
import type { Snapshot } from '../../model/change.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { snapshotKey, type Store } from '../store.ts';
import { inPortions, key, rowsOf } from './text.ts';
import type { Db, Units } from './units.ts';

/** Contents may be large. */
const AT_A_TIME = 200;

/** What resources looked like, and when. */
export function snapshots({ run, transact }: Units): Pick<Store, 'snapshotsBefore' | 'saveSnapshots'> {
  return {
    snapshotsBefore: (accountId, refs, at) =>
      run('read snapshots', async (db) => {
        const { rows } = await sql<Snapshot>`
          select distinct on (kind, id, aspect) account_id, region, kind, id, aspect, observed_at, hash, content
          from snapshots
          where account_id = ${key(accountId)} and ${isAmong(refs)} and observed_at < ${at}::timestamptz
          order by kind, id, aspect, observed_at desc
        `.execute(db);
        return bySnapshotKey(rows);
      }),
    saveSnapshots: (given) => transact('keep snapshots', (db) => insertSnapshots(db, given)),
  };
}

/**
 * Writes what differs from the reading before it, be that stored or among those given. The first sight of a resource
 * becomes its baseline, unless it was not there.
 */
export async function insertSnapshots(db: Db, given: readonly Snapshot[]): Promise<void> {
  const rows = given
    .map(({ accountId, region, kind, id, aspect, observedAt, hash, content }) => {
      const names = { account_id: key(accountId), region: key(region), kind, id: key(id), aspect };
      return { ...names, observed_at: observedAt, hash, content };
    })
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const portion of inPortions(rows, AT_A_TIME)) await insert(db, portion);
}

function orderOf(row: { id: string; kind: string; aspect: string; observed_at: Date }): string {
  return `${row.id} ${row.kind} ${row.aspect} ${row.observed_at.toISOString()}`;
}

async function insert(db: Db, rows: readonly object[]): Promise<void> {
  await sql`
    with given as (
      select *, lag(hash) over reading as sibling_hash, lag(observed_at) over reading as sibling_at
      from jsonb_to_recordset(${rowsOf(rows)}) as row (
        account_id text, region text, kind text, id text, aspect text, observed_at timestamptz, hash text, content jsonb)
      window reading as (partition by account_id, region, kind, id, aspect order by observed_at)
    ), different as (
      select given.* from given
      left join lateral (
        select hash, observed_at from snapshots s
        where s.account_id = given.account_id and s.region = given.region and s.kind = given.kind and s.id = given.id
          and s.aspect = given.aspect and s.observed_at <= given.observed_at
        order by s.observed_at desc limit 1
      ) stored on true
      where given.hash is distinct from
        case when stored.observed_at is null or stored.observed_at < given.sibling_at
          then given.sibling_hash else stored.hash end
    ), inserted as (
      insert into snapshots (account_id, region, kind, id, aspect, observed_at, hash, content)
      select account_id, region, kind, id, aspect, observed_at, hash, coalesce(content, 'null') from different
      on conflict do nothing
      returning *
    )
    insert into baselines (account_id, region, kind, id, aspect, observed_at)
    select account_id, region, kind, id, aspect, min(observed_at) from inserted
    where content <> 'null'
    group by account_id, region, kind, id, aspect
    on conflict do nothing
  `.execute(db);
}

/** Whether the columns `kind` and `id` name one of these. The ids alone go first: by pairs the planner reads the whole account. */
export function isAmong(refs: readonly ResourceRef[]): RawBuilder<boolean> {
  const rows = refs.map(({ kind, id }) => ({ kind, id: key(id) }));
  return sql`id = any(${rows.map(({ id }) => id)}::text[])
    and (kind, id) in (select kind, id from jsonb_to_recordset(${rowsOf(rows)}) as ref (kind text, id text))`;
}

/** Snapshots under the keys by which they are looked up. */
export function bySnapshotKey(rows: readonly Snapshot[]): ReadonlyMap<string, Snapshot> {
  return new Map(rows.map((row) => [snapshotKey(row), row]));
}
