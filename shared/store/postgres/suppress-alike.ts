import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Covered } from '../../model/exception.ts';
import { findingOf } from './stored-finding.ts';
import { json, key } from './text.ts';
import type { Db } from './units.ts';
import { writeDown } from './write-audit.ts';

/** Silences the finding, and until then every other by the same actor, with the same rules, on the same resources. */
export async function suppressAlike(
  db: Db,
  findingId: string,
  { by, why, until }: { readonly by: string; readonly why: string; readonly until: Date },
): Promise<void> {
  const open = db.selectFrom('findings').selectAll().where('id', '=', findingId).where('status', '<>', 'resolved');
  const row = await open.executeTakeFirst();
  if (row === undefined) return;
  const { accountId, cluster, rules, resources, actor, eventTime } = findingOf(row);
  const ids = [...new Set(resources.map(({ id }) => id))];
  const what: Covered = { clusters: [cluster.id], rules, resources: ids, actors: [actor.name] };
  await db.updateTable('findings').set({ status: 'suppressed' }).where('id', '=', findingId).execute();
  if (until <= eventTime) return;
  const id = randomUUID();
  await sql`
    insert into suppressions (id, account_id, what, why, by_name, from_time, until_time)
    values (${id}, ${key(accountId)}, ${json(what)}, ${why}, ${by}, ${eventTime}::timestamptz, ${until}::timestamptz)
  `.execute(db);
  await writeDown(db, 'exception', id, { what, why, by, from: eventTime, until });
}
