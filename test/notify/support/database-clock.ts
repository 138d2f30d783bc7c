import { query } from '../../support/database.ts';

/** A database whose time a test moves on: whatever asks it for the time gets that one. */
export interface DatabaseClock {
  /** The time as the database tells it from now on, and as everybody else should who is to agree with it. */
  readonly now: () => Date;
  readonly advance: (ms: number) => Promise<void>;
}

/** Puts a clock of our own before PostgreSQL's; connections that are opened from now on see it. */
export async function moveableClock(databaseUrl: string): Promise<DatabaseClock> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await query(
    databaseUrl,
    `create schema moved;
     create table moved.clock (ahead interval not null);
     insert into moved.clock values (interval '0');
     create function moved.clock_timestamp() returns timestamptz language sql volatile as
       'select pg_catalog.clock_timestamp() + (select ahead from moved.clock)';
     alter database ${name} set search_path = moved, pg_catalog, public`,
  );
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance: async (ms) => {
      ahead += ms;
      await query(databaseUrl, `update moved.clock set ahead = $1::float8 * interval '1 millisecond'`, [ahead]);
    },
  };
}
