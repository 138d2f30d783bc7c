import { sql } from 'kysely';
import type { Decision } from '../../model/decision.ts';
import type { OwnedResource, ResourceRef } from '../../model/resource.ts';
import { respelled } from '../spellings.ts';
import type { Store } from '../store.ts';
import { forgetUnowned } from './unowned.ts';
import { ownedRows, ownersById, toOwned } from './owned-rows.ts';
import { inPortions, key, rowsOf } from './text.ts';
import type { Db, Units } from './units.ts';

/** Which cluster owns what, and since when it does not any more. */
export function inventory({
  run,
  transact,
}: Units): Pick<Store, 'ownersOf' | 'resourcesOf' | 'saveInventory' | 'remember'> {
  return {
    ownersOf: (accountId, ids) =>
      run('tell the owners', async (db) => {
        const rows = await db
          .selectFrom('inventory')
          .selectAll()
          .where('accountId', '=', key(accountId))
          .where('id', '=', sql<string>`any(${ids.map(key)}::text[])`)
          .orderBy('clusterId')
          .orderBy('role')
          .execute();
        return ownersById(ids, rows);
      }),
    resourcesOf: (clusterId) =>
      run('list what a cluster owns', async (db) => {
        const living = db.selectFrom('inventory').selectAll().where('tombstonedAt', 'is', null);
        const rows = await living.where('clusterId', '=', clusterId).orderBy('kind').orderBy('id').execute();
        return rows.map(toOwned);
      }),
    saveInventory: (part) =>
      transact('take an inventory', async (db) => {
        await saveCluster(db, part);
        await putListed(db, part);
        if (part.complete) await countMisses(db, part);
        else await markStale(db, part);
      }),
    remember: (owned, at) => transact('remember owners', (db) => putRemembered(db, owned, { at, provenAt: null })),
  };
}

const AT_A_TIME = 2_000;

type Part = Parameters<Store['saveInventory']>[0];

/** What an event proves by having created it. */
export function putProven(db: Db, owned: readonly OwnedResource[], at: Date): Promise<void> {
  return putRemembered(db, owned, { at, provenAt: at });
}

/** Tombstones what an event deleted, also should it become known only later. */
export async function bury(db: Db, { accountId, region, eventTime }: Decision, gone: readonly ResourceRef[]) {
  if (gone.length === 0) return;
  const rows = respelled(gone).map(({ kind, id }) => ({ kind, id: key(id) }));
  await sql`
    insert into departures (account_id, region, kind, id, at)
    select distinct ${key(accountId)}, ${key(region)}, kind, id, ${eventTime}::timestamptz
    from jsonb_to_recordset(${rowsOf(rows)}) as gone (kind text, id text)
    order by kind, id
    on conflict (account_id, region, kind, id) do update set at = greatest(departures.at, excluded.at)
  `.execute(db);
  await tombstoneDeparted(db, accountId, rows);
}

async function saveCluster(db: Db, { cluster, at }: Part): Promise<void> {
  const { accountId, region, id, name, type, state, vpcId, podCidrs, workerRoleName } = cluster;
  const facts = {
    name,
    type,
    state,
    vpcId: vpcId ?? null,
    podCidrs: [...podCidrs],
    workerRoleName: workerRoleName ?? null,
    seenAt: at,
    missed: 0,
    missedAt: null,
    retiredAt: null,
  };
  await db
    .insertInto('clusters')
    .values({ accountId, region, id, ...facts })
    .onConflict((conflict) =>
      conflict
        .columns(['accountId', 'region', 'id'])
        .doUpdateSet(facts)
        .whereRef('clusters.seenAt', '<=', 'excluded.seenAt'),
    )
    .execute();
}

async function putListed(db: Db, { collector, resources, at }: Part): Promise<void> {
  for (const rows of inPortions(ownedRows(resources), AT_A_TIME)) await putPortion(db, rows, collector, at);
  await settleNewcomers(db, resources);
}

async function putPortion(db: Db, rows: readonly object[], collector: string, at: Date): Promise<void> {
  await sql`
    insert into inventory (account_id, region, kind, id, cluster_id, role, name, parent_kind, parent_id, facts, via, collector, seen_at)
    select account_id, region, kind, id, cluster_id, role, name, parent_kind, parent_id, facts, via, ${collector}, ${at}::timestamptz
    from ${recordset(rows)}
    on conflict (account_id, region, kind, id, cluster_id, role) do update set
      name = excluded.name, parent_kind = excluded.parent_kind, parent_id = excluded.parent_id, facts = excluded.facts,
      via = excluded.via, collector = excluded.collector, seen_at = excluded.seen_at,
      missed = 0, missed_at = null, stale = false,
      tombstoned_at = case when inventory.tombstoned_at < excluded.seen_at then null else inventory.tombstoned_at end
    where inventory.seen_at is null or inventory.seen_at <= excluded.seen_at
  `.execute(db);
}

/** A collector knows more than an event or a look-up does: what it wrote stays, only the proof of life is newer. */
async function putRemembered(
  db: Db,
  owned: readonly OwnedResource[],
  { at, provenAt }: { readonly at: Date; readonly provenAt: Date | null },
): Promise<void> {
  if (owned.length === 0) return;
  await sql`
    insert into inventory (account_id, region, kind, id, cluster_id, role, name, parent_kind, parent_id, facts, via, seen_at, remembered_at)
    select account_id, region, kind, id, cluster_id, role, name, parent_kind, parent_id, facts, via, ${provenAt}::timestamptz, ${at}::timestamptz
    from ${recordset(ownedRows(owned))}
    on conflict (account_id, region, kind, id, cluster_id, role) do update set
      name = coalesce(inventory.name, excluded.name),
      parent_kind = coalesce(inventory.parent_kind, excluded.parent_kind),
      parent_id = coalesce(inventory.parent_id, excluded.parent_id),
      facts = excluded.facts || inventory.facts,
      seen_at = greatest(inventory.seen_at, excluded.seen_at),
      remembered_at = greatest(inventory.remembered_at, excluded.remembered_at),
      missed = case when inventory.missed_at < excluded.remembered_at then 0 else inventory.missed end,
      tombstoned_at = case when inventory.tombstoned_at < excluded.remembered_at then null else inventory.tombstoned_at end
  `.execute(db);
  await settleNewcomers(db, owned);
}

async function settleNewcomers(db: Db, owned: readonly OwnedResource[]): Promise<void> {
  for (const accountId of new Set(owned.map((each) => each.accountId))) {
    const mine = owned.filter((each) => each.accountId === accountId);
    await tombstoneDeparted(db, accountId, mine);
    const ids = mine.map(({ id }) => id);
    await forgetUnowned(db, accountId, ids);
  }
}

/** Only a proof of life that is younger than the delete event outweighs it; a look-up of the past is none. */
async function tombstoneDeparted(db: Db, accountId: string, refs: readonly ResourceRef[]): Promise<void> {
  await sql`
    update inventory set tombstoned_at = departures.at
    from departures
    where inventory.account_id = ${key(accountId)} and inventory.id = any(${refs.map(({ id }) => key(id))}::text[])
      and departures.account_id = inventory.account_id
      and departures.kind = inventory.kind and departures.id = inventory.id
      and inventory.tombstoned_at is null
      and (inventory.seen_at is null or inventory.seen_at <= departures.at)
  `.execute(db);
}

/** A listing that began before a resource was last seen or heard of says nothing about it. */
async function countMisses(db: Db, { cluster, collector, at }: Part): Promise<void> {
  await sql`
    update inventory set
      missed = missed + 1, missed_at = ${at}::timestamptz, stale = false,
      tombstoned_at = case when missed > 0 then ${at}::timestamptz end
    where account_id = ${cluster.accountId} and region = ${cluster.region} and cluster_id = ${cluster.id}
      and collector = ${collector} and tombstoned_at is null
      and greatest(seen_at, remembered_at, missed_at) < ${at}::timestamptz
  `.execute(db);
}

async function markStale(db: Db, { cluster, collector, at }: Part): Promise<void> {
  await sql`
    update inventory set stale = true
    where account_id = ${cluster.accountId} and region = ${cluster.region} and cluster_id = ${cluster.id}
      and collector = ${collector} and tombstoned_at is null and seen_at < ${at}::timestamptz
  `.execute(db);
}

function recordset(rows: readonly object[]) {
  return sql`
    jsonb_to_recordset(${rowsOf(rows)}) as given (
      account_id text, region text, kind text, id text, cluster_id text, role text,
      name text, parent_kind text, parent_id text, facts jsonb, via text)`;
}
