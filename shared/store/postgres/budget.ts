import { sql } from 'kysely';
import type { Spent } from '../outbox.ts';
import type { Store } from '../store.ts';
import type { Db, Units } from './units.ts';

/**
 * A post counts for a minute. It is counted before it leaves and may take three seconds and a bit to arrive: without
 * these, two minutes' posts could reach the robot within one.
 */
const WINDOW = '64 seconds';

/** A channel that stays closed is told of again after so long, not every time that it is tried. */
const ANNOUNCED_EVERY = '6 hours';

/** Channels that take nothing for a while. */
export function channels({ run }: Units): Pick<Store, 'closeChannel'> {
  return {
    closeChannel: (channel, forMs, why) =>
      run('close a channel', async (db) => {
        await sql`
          insert into channels as c (channel, closed_until, closed_why)
          values (${channel}, clock_timestamp() + ${forMs} * interval '1 millisecond', ${why})
          on conflict (channel) do update set
            closed_until = greatest(c.closed_until, excluded.closed_until), closed_why = excluded.closed_why
        `.execute(db);
        const { rows } = await sql`
          update channels set announced_at = clock_timestamp()
          where channel = ${channel}
            and (announced_at is null or announced_at <= clock_timestamp() - ${ANNOUNCED_EVERY}::interval)
          returning channel
        `.execute(db);
        return rows.length > 0;
      }),
  };
}

/** Makes this transaction the only one that decides for the channel; false when the channel is closed. */
export async function lockChannel(db: Db, channel: string): Promise<boolean> {
  const known = await sql<{ isOpen: boolean }>`
    select closed_until is null or closed_until <= clock_timestamp() as is_open
    from channels where channel = ${channel} for update
  `.execute(db);
  if (known.rows[0]) return known.rows[0].isOpen;
  await sql`
    insert into channels (channel) values (${channel}) on conflict (channel) do update set channel = excluded.channel
  `.execute(db);
  return true;
}

/** How many posts the channel was given in the last minute. */
export async function spentOn(db: Db, channel: string): Promise<Spent> {
  await sql`
    delete from posts where channel = ${channel} and at <= clock_timestamp() - interval '${sql.raw(WINDOW)}'
  `.execute(db);
  const { rows } = await sql<Spent>`
    select count(*) filter (where is_critical)::int as critical, count(*) filter (where not is_critical)::int as other
    from posts where channel = ${channel}
  `.execute(db);
  return rows[0] ?? { critical: 0, other: 0 };
}

/** Counts one more. */
export async function spend(db: Db, channel: string, isCritical: boolean): Promise<void> {
  await db
    .insertInto('posts')
    .values({ channel, isCritical, at: sql<Date>`clock_timestamp()` })
    .execute();
}
