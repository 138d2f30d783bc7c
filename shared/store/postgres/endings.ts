import { sql } from 'kysely';
import type { Finding } from '../../model/finding.ts';
import type { Notification } from '../../model/notification.ts';
import { endingOf } from '../ending.ts';
import { WITHOUT_WRITE } from '../outcomes.ts';
import { respelled } from '../spellings.ts';
import { insertNotifications } from './outbox.ts';
import { findingOf } from './stored-finding.ts';
import { key } from './text.ts';
import type { Db } from './units.ts';
import { writeDown } from './write-audit.ts';
import { written } from './writes.ts';

/** Ends findings and tells those who were alerted. `by`: who saw to it; else whoever wrote last, as far as is known. */
export async function endFindings(db: Db, ids: readonly string[], at: Date, by?: string): Promise<void> {
  const open = db
    .selectFrom('findings')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::text[])`);
  const rows = await open.where('status', '<>', 'resolved').orderBy('id').forUpdate().execute();
  for (const finding of rows.map(findingOf)) {
    const resolvedBy = by ?? (await lastWriter(db, finding, at));
    const one = db.updateTable('findings').set({ status: 'resolved', resolvedAt: at, resolvedBy: resolvedBy ?? null });
    await one.where('id', '=', finding.id).execute();
    await writeDown(db, 'end', finding.id, { at, by: resolvedBy });
  }
  await tellEnds(
    db,
    rows.map(({ id }) => id),
  );
}

/** Whoever wrote last to one of the finding's resources after the deed. */
async function lastWriter(db: Db, finding: Finding, upTo: Date): Promise<string | undefined> {
  const { accountId, resources, eventTime } = finding;
  const ids = respelled(resources).map(({ id }) => key(id));
  const { rows } = await sql<{ actor: string }>`
    select actor from decisions
    where ${written(accountId, ids, WITHOUT_WRITE)}
      and event_time > ${eventTime}::timestamptz and event_time <= ${upTo}::timestamptz
    order by event_time desc limit 1
  `.execute(db);
  return rows[0]?.actor;
}

/** An alert that was not sent yet will say by itself that it is over. */
async function tellEnds(db: Db, findingIds: readonly string[]): Promise<void> {
  const { rows } = await sql<Pick<Notification, 'findingId' | 'accountId' | 'region' | 'channel' | 'story'>>`
    select finding_id, account_id, region, channel, story from notifications
    where finding_id = any(${findingIds}::text[]) and news = 'alert'
      and (state = 'delivered' or may_be_repeat or leased_until > clock_timestamp())
    order by id
  `.execute(db);
  await insertNotifications(db, rows.map(endingOf));
}
