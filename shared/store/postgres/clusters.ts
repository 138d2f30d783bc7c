import { sql } from 'kysely';
import type { Store } from '../store.ts';
import type { Units } from './units.ts';

/** The clusters of an account, until two complete listings in a row lack one. */
export function clusters({ run, transact }: Units): Pick<Store, 'clusters' | 'retireClusters'> {
  return {
    clusters: (accountId, ids) =>
      run('list clusters', async (db) => {
        const all = db.selectFrom('clusters').selectAll().where('accountId', '=', accountId);
        const asked = ids === undefined ? all : all.where('id', '=', sql<string>`any(${ids}::text[])`);
        const rows = await asked.where('retiredAt', 'is', null).orderBy('region').orderBy('id').execute();
        return rows.map(({ region, id, name, type, state, vpcId, podCidrs, workerRoleName }) => ({
          accountId,
          region,
          id,
          name,
          type,
          state,
          podCidrs,
          ...(vpcId === null ? {} : { vpcId }),
          ...(workerRoleName === null ? {} : { workerRoleName }),
        }));
      }),
    retireClusters: ({ accountId, region, ids, at }) =>
      transact('retire clusters', async (db) => {
        await sql`
          update clusters set
            missed = case when id = any(${ids}::text[]) then 0 else missed + 1 end,
            missed_at = ${at}::timestamptz,
            retired_at = case when missed > 0 and id <> all(${ids}::text[]) then ${at}::timestamptz end
          where account_id = ${accountId} and region = ${region} and retired_at is null
            and greatest(seen_at, missed_at) < ${at}::timestamptz
        `.execute(db);
        await sql`
          update inventory set tombstoned_at = clusters.retired_at
          from clusters
          where clusters.account_id = ${accountId} and clusters.region = ${region} and clusters.retired_at = ${at}::timestamptz
            and inventory.account_id = clusters.account_id and inventory.cluster_id = clusters.id
            and inventory.tombstoned_at is null
        `.execute(db);
      }),
  };
}
