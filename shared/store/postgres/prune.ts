import { sql } from 'kysely';
import type { Store } from '../store.ts';
import type { Units } from './units.ts';

const DAY_MS = 86_400_000;
const SNAPSHOT_DAYS = 30;
const TOMBSTONE_DAYS = 90;
/** Rows of one table and call: the sweep comes every ten minutes, and a statement has three seconds. */
const AT_A_TIME = 2_000;

/** Forgetting what has served. */
export function prune({ run }: Units): Pick<Store, 'prune'> {
  return {
    prune: (now) =>
      run('forget what is old', async (db) => {
        const monthAgo = new Date(now.getTime() - SNAPSHOT_DAYS * DAY_MS);
        const quarterAgo = new Date(now.getTime() - TOMBSTONE_DAYS * DAY_MS);
        const statements = [
          // The newest snapshot from before the month stays: it is the state that the month began with.
          sql`
            delete from snapshots where ctid in (
              select s.ctid from snapshots s
              where s.observed_at < ${monthAgo}::timestamptz
                and exists (
                  select 1 from snapshots n
                  where n.account_id = s.account_id and n.region = s.region and n.kind = s.kind and n.id = s.id
                    and n.aspect = s.aspect and n.observed_at > s.observed_at and n.observed_at < ${monthAgo}::timestamptz)
                and not exists (
                  select 1 from baselines b
                  where b.account_id = s.account_id and b.region = s.region and b.kind = s.kind and b.id = s.id
                    and b.aspect = s.aspect and b.observed_at = s.observed_at)
              limit ${AT_A_TIME})`,
          sql`
            delete from inventory where ctid in (
              select ctid from inventory where tombstoned_at < ${quarterAgo}::timestamptz limit ${AT_A_TIME})`,
          sql`delete from departures where ctid in (
              select ctid from departures where at < ${quarterAgo}::timestamptz limit ${AT_A_TIME})`,
          sql`delete from unowned where ctid in (
              select ctid from unowned where until < ${now}::timestamptz limit ${AT_A_TIME})`,
          // A story lasts a day at the most; what waits longer to be told needs it no more.
          sql`delete from stories where ctid in (
              select ctid from stories where last_at < ${now}::timestamptz - interval '3 days' limit ${AT_A_TIME})`,
        ];
        for (const statement of statements) await statement.execute(db);
      }),
  };
}
