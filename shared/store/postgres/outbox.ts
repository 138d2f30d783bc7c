import { sql } from 'kysely';
import type { Finding } from '../../model/finding.ts';
import type { Delivery, Notification } from '../../model/notification.ts';
import type { Due, Store } from '../store.ts';
import { findingOf, type StoredFinding } from './stored-finding.ts';
import { key } from './text.ts';
import type { Db, Units } from './units.ts';

/** What is to be told. Every time is the database's: the clocks of instances differ. */
export function outbox({ run }: Units): Pick<Store, 'lease' | 'settle'> {
  return {
    lease: (limit, leaseMs, only) =>
      run('lease notifications', async (db) => {
        const { rows } = await leased(db, limit, leaseMs, only);
        return rows.map(toDue);
      }),
    settle: (notificationId, delivery) =>
      run('settle a notification', async (db) => {
        const one = db.updateTable('notifications').where('id', '=', notificationId);
        // A message that did arrive is delivered, whatever another sender made of it.
        const open = delivery.state === 'delivered' ? one : one.where('state', '=', 'pending');
        await open.set({ state: delivery.state, leasedUntil: null, ...outcomeOf(delivery) }).execute();
      }),
  };
}

function outcomeOf(delivery: Delivery) {
  switch (delivery.state) {
    case 'pending':
      return {
        nextAttempt: sql<Date>`now() + ${delivery.retryInMs} * interval '1 millisecond'`,
        lastWhy: delivery.why,
      };
    case 'delivered':
      return { settledAt: sql<Date>`now()` };
    case 'abandoned':
      return { settledAt: sql<Date>`now()`, lastWhy: delivery.why };
  }
}

/** Inserting one twice keeps the first, with whatever became of it. */
export async function insertNotifications(db: Db, given: readonly Notification[]): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ id, findingId, accountId, region, channel }) => {
    return { id, findingId, accountId: key(accountId), region: key(region), channel };
  });
  await db
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface Leased extends Notification {
  readonly attempts: number;
  readonly mayBeRepeat: boolean;
  readonly ageMs: number;
  readonly content: StoredFinding;
  readonly status: Finding['status'];
  readonly reinspectAt: Date | null;
}

/** A lease that ran out without having been settled: its sender died, perhaps after sending. */
function leased(db: Db, limit: number, leaseMs: number, only: readonly string[] | undefined) {
  const narrowed = only === undefined ? sql`` : sql`and id = any(${only}::text[])`;
  return sql<Leased>`
    with due as (
      select id, row_number() over (order by next_attempt, created_at, id) as place from (
        select id, next_attempt, created_at from notifications
        where state = 'pending' and next_attempt <= now() and (leased_until is null or leased_until <= now()) ${narrowed}
        order by next_attempt, created_at, id
        limit ${limit}
        for update skip locked
      ) free
    ), leased as (
      update notifications set
        leased_until = now() + ${leaseMs} * interval '1 millisecond',
        attempts = attempts + 1,
        may_be_repeat = may_be_repeat or leased_until is not null
      from due where notifications.id = due.id
      returning notifications.*, due.place
    )
    select leased.id, finding_id, leased.account_id, leased.region, channel, attempts - 1 as attempts, may_be_repeat,
      extract(epoch from now() - created_at)::float8 * 1000 as age_ms, content, findings.status, reinspect_at
    from leased join findings on findings.id = leased.finding_id
    order by place
  `.execute(db);
}

function toDue(row: Leased): Due {
  const { id, findingId, accountId, region, channel, attempts, mayBeRepeat, ageMs } = row;
  const notification = { id, findingId, accountId, region, channel };
  return { notification, finding: findingOf(row), attempts, mayBeRepeat, ageMs };
}
