import { sql } from 'kysely';
import type { Planned } from '../plan.ts';
import { key } from './text.ts';
import type { Db } from './units.ts';

/** Writes notifications as they were planned. */
export async function insertPlanned(db: Db, planned: readonly Planned[]): Promise<void> {
  const rows = planned.map(({ notification, kind, bundle, fresh, dueAt }) => {
    const { id, findingId, accountId, region, channel, news, severity, story, insteadOf } = notification;
    return {
      id,
      findingId,
      accountId: key(accountId),
      region: key(region),
      channel,
      news,
      kind,
      bundle,
      severity,
      story,
      fresh: [...fresh],
      insteadOf: insteadOf ?? null,
      dueAt,
      nextAttempt: dueAt,
      createdAt: sql<Date>`clock_timestamp()`,
    };
  });
  await db
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
