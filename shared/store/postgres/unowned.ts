import { sql } from 'kysely';
import type { Store } from '../store.ts';
import { key } from './text.ts';
import type { Db, Units } from './units.ts';

/** Ids that were looked up in vain. */
export function unowned({ run }: Units): Pick<Store, 'rememberUnowned' | 'unownedAmong'> {
  return {
    rememberUnowned: (accountId, ids, until) =>
      run('remember what nobody owns', async (db) => {
        if (ids.length === 0) return;
        const rows = [...new Set(ids.map(key))].toSorted().map((id) => ({ accountId: key(accountId), id, until }));
        const insert = db.insertInto('unowned').values(rows);
        await insert
          .onConflict((conflict) => conflict.columns(['accountId', 'id']).doUpdateSet({ until: sql`excluded.until` }))
          .execute();
      }),
    unownedAmong: (accountId, ids) =>
      run('tell what nobody owns', async (db) => {
        const rows = await among(db, accountId, ids)
          .where('until', '>', sql<Date>`now()`)
          .execute();
        const found = new Set(rows.map(({ id }) => id));
        return new Set(ids.filter((id) => found.has(key(id))));
      }),
  };
}

/** What has an owner after all. */
export async function forgetUnowned(db: Db, accountId: string, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('unowned')
    .where('accountId', '=', key(accountId))
    .where('id', '=', sql<string>`any(${ids.map(key)}::text[])`)
    .execute();
}

function among(db: Db, accountId: string, ids: readonly string[]) {
  return db
    .selectFrom('unowned')
    .select('id')
    .where('accountId', '=', key(accountId))
    .where('id', '=', sql<string>`any(${ids.map(key)}::text[])`);
}
