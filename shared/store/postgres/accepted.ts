import { sql } from 'kysely';
import type { Finding } from '../../model/finding.ts';
import { spellings } from '../spellings.ts';
import { endFindings } from './endings.ts';
import { findingOf } from './stored-finding.ts';
import { key, rowsOf } from './text.ts';
import type { Db } from './units.ts';

/** How things are now is how they should be: the baseline of everything that the finding compared follows. */
export async function acceptState(db: Db, { accountId, comparisons }: Finding): Promise<void> {
  const aspects = comparisons.flatMap(({ resource, aspect }) =>
    spellings(resource).map((id) => ({ kind: resource.kind, id: key(id), aspect })),
  );
  if (aspects.length === 0) return;
  await sql`
    insert into baselines (account_id, region, kind, id, aspect, observed_at, proven)
    select account_id, region, kind, id, aspect, observed_at, true from (
      select distinct on (account_id, region, kind, id, aspect) account_id, region, kind, id, aspect, observed_at, content
      from snapshots join jsonb_to_recordset(${rowsOf(aspects)}) as asked (kind text, id text, aspect text) using (kind, id, aspect)
      where account_id = ${key(accountId)}
      order by account_id, region, kind, id, aspect, observed_at desc
    ) newest where content <> 'null'
    on conflict (account_id, region, kind, id, aspect) do update set observed_at = excluded.observed_at, proven = true
      where baselines.observed_at <= excluded.observed_at
  `.execute(db);
}

/** A reviewer says that the change may stay: the baseline moves, and there is nothing to put back any more. */
export async function acceptFinding(db: Db, findingId: string, by: string): Promise<void> {
  const row = await db.selectFrom('findings').selectAll().where('id', '=', findingId).executeTakeFirst();
  if (row === undefined) return;
  await acceptState(db, findingOf(row));
  await endFindings(db, [findingId], new Date(), by);
}
