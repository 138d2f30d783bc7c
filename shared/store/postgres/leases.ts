import { sql } from 'kysely';
import type { Upkeep } from '../upkeep.ts';
import type { Units } from './units.ts';

/** Who is at work, and how far work has come. Every time of a lease is the database's. */
export function leases({ run }: Units): Pick<Upkeep, 'hold' | 'release' | 'mark' | 'setMark'> {
  return {
    hold: (name, forMs) =>
      run('take a lease', async (db) => {
        const { rows } = await sql<{ token: string }>`
          insert into leases (name, token, until)
          values (${name}, gen_random_uuid(), clock_timestamp() + ${forMs} * interval '1 millisecond')
          on conflict (name) do update set token = excluded.token, until = excluded.until
            where leases.until <= clock_timestamp()
          returning token
        `.execute(db);
        return rows[0]?.token;
      }),
    release: (name, token) =>
      run('give a lease back', async (db) => {
        await db.deleteFrom('leases').where('name', '=', name).where('token', '=', token).execute();
      }),
    mark: (name) =>
      run('read how far work has come', (db) =>
        db.selectFrom('marks').select(['at', 'isComplete']).where('name', '=', name).executeTakeFirst(),
      ),
    setMark: (name, mark) =>
      run('note how far work has come', async (db) => {
        const insert = db.insertInto('marks').values({ name, ...mark });
        await insert.onConflict((conflict) => conflict.column('name').doUpdateSet(mark)).execute();
      }),
  };
}
