import { sql } from 'kysely';
import type { Delivery, Notification } from '../../model/notification.ts';
import type { Store } from '../store.ts';
import { insertPlanned } from './planned.ts';
import { joinStories } from './stories.ts';
import { take } from './take.ts';
import type { Db, Units } from './units.ts';
import { writeDown } from './write-audit.ts';

type Outbox = 'announce' | 'take' | 'settle' | 'passOn' | 'abandonOthers';

/** What is to be told. Every time is the database's: the clocks of instances differ. */
export function outbox(units: Units): Pick<Store, Outbox> {
  const { run, transact } = units;
  return {
    announce: (given) => transact('announce', (db) => insertNotifications(db, given)),
    take: (asked) => transact('hand out a message', (db) => take(db, asked)),
    settle: (message, delivery) =>
      transact('settle a message', async (db) => {
        const one = db
          .updateTable('notifications')
          .where('bundle', '=', message.id)
          .where('channel', '=', message.channel);
        // A message that did arrive is delivered, whatever another sender made of it.
        const open = delivery.state === 'delivered' ? one : one.where('state', '=', 'pending').where(isNewest(message));
        const settled = open.set({ state: delivery.state, leasedUntil: null, ...outcomeOf(delivery) });
        const rows = await settled.returning(['findingId', 'news']).execute();
        if (rows.length > 0) {
          await writeDown(db, 'delivery', message.id, { channel: message.channel, ...delivery, tells: rows });
        }
      }),
    passOn: (asked) => run('pass notifications on', (db) => passOn(db, asked)),
    abandonOthers: (channels, why) =>
      run('abandon what has no channel', async (db) => {
        const rows = await db
          .updateTable('notifications')
          .set({ state: 'abandoned', settledAt: sql<Date>`clock_timestamp()`, lastWhy: why })
          .where('state', '=', 'pending')
          .where('channel', '<>', sql<string>`all(${channels}::text[])`)
          .returning('channel')
          .execute();
        const counts = new Map<string, number>();
        for (const { channel } of rows) counts.set(channel, (counts.get(channel) ?? 0) + 1);
        return counts;
      }),
  };
}

/** Inserting one twice keeps the first, with whatever became of it; only what is new joins a story. */
export async function insertNotifications(db: Db, given: readonly Notification[]): Promise<void> {
  if (given.length === 0) return;
  const ids = given.map(({ id }) => id);
  const known = await db
    .selectFrom('notifications')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  const fresh = given.filter(({ id }) => !known.some((one) => one.id === id));
  if (fresh.length > 0) await insertPlanned(db, await joinStories(db, fresh));
}

/** Whether nobody took the message later: then this sender's word still counts. */
function isNewest({ id, channel, attempts }: Parameters<Store['settle']>[0]) {
  return sql<boolean>`not exists (
    select 1 from notifications later
    where later.bundle = ${id} and later.channel = ${channel} and later.attempts > ${attempts + 1})`;
}

function outcomeOf(delivery: Delivery) {
  const settledAt = sql<Date>`clock_timestamp()`;
  switch (delivery.state) {
    case 'pending':
      return {
        nextAttempt: sql<Date>`clock_timestamp() + ${delivery.retryInMs} * interval '1 millisecond'`,
        lastWhy: delivery.why,
        ...(delivery.unanswered === true ? { mayBeRepeat: true } : {}),
      };
    case 'delivered':
      return { settledAt };
    case 'abandoned':
      return { settledAt, lastWhy: delivery.why };
  }
}

/** What was told together stays together, under a name of its own on the other channel. */
async function passOn(
  db: Db,
  { from, to, overdueMs, onlyCritical, onlyWhileClosed }: Parameters<Store['passOn']>[0],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into notifications (id, finding_id, account_id, region, channel, news, kind, bundle, severity, story, fresh,
      instead_of, due_at, next_attempt, created_at)
    select left(encode(sha256(convert_to(n.id || ' ' || ${to}, 'UTF8')), 'hex'), 24), n.finding_id, n.account_id, n.region,
      ${to}, n.news, n.kind, ${to} || ' ' || n.bundle, n.severity, n.story, n.fresh, n.channel, clock_timestamp(),
      clock_timestamp(), clock_timestamp()
    from notifications n
    where n.channel = ${from} and n.state <> 'delivered' and n.news <> 'channel-closed'
      and n.due_at <= clock_timestamp() - ${overdueMs} * interval '1 millisecond'
      and n.created_at > clock_timestamp() - interval '2 days'
      and (n.severity = 'critical' or not ${onlyCritical})
      and (not ${onlyWhileClosed} or exists (
        select 1 from channels c
        where c.channel = ${from} and c.closed_until > clock_timestamp() + interval '30 seconds'))
      and not exists (
        select 1 from notifications o where o.finding_id = n.finding_id and o.channel = ${to} and o.news = n.news)
    on conflict (id) do nothing
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}
