import { sql } from 'kysely';
import type { ReviewAction, ReviewEntry, Reviewing, Verdict } from '../../reviewing.ts';
import { acceptFinding } from '../accepted.ts';
import { suppressAlike } from '../suppress-alike.ts';
import type { Db, Units } from '../units.ts';
import { writeDown } from '../write-audit.ts';

/** What reviewers did: each deed, the line that tells of it and its audit entry are written together. */
export function reviewing({ run, transact }: Units): Reviewing {
  return {
    review: (findingId, by, action) =>
      transact('keep what a reviewer did', async (db) => {
        const { rows } = await sql`select id from findings where id = ${findingId} for update`.execute(db);
        if (rows.length === 0) return 'missing';
        if (action.action === 'accept' && !(await isReadSince(db, findingId))) return 'unread';
        await perform(db, findingId, by, action);
        await sql`
          insert into review_entries (finding_id, by_name, action, text, verdict, until)
          values (${findingId}, ${by}, ${action.action}, ${action.text},
            ${action.action === 'verdict' ? action.verdict : null},
            ${action.action === 'suppress' ? action.until : null}::timestamptz)
        `.execute(db);
        await writeDown(db, 'review', findingId, { by, ...action });
        return 'done';
      }),
    entries: (findingId) =>
      run('read what reviewers did', async (db) => {
        const { rows } = await sql<EntryRow>`
          select id::text, at, by_name as by, action, text, verdict, until from review_entries
          where finding_id = ${findingId} order by review_entries.id
        `.execute(db);
        return rows.flatMap(entryOf);
      }),
  };
}

/** A verdict says that somebody looked; what is accepted or suppressed needs nobody any more. */
async function perform(db: Db, id: string, by: string, action: ReviewAction): Promise<void> {
  switch (action.action) {
    case 'comment':
      return;
    case 'verdict':
      await sql`
        update findings set verdict = ${action.verdict}, status = case when status = 'new' then 'in-progress' else status end
        where id = ${id}
      `.execute(db);
      return;
    case 'accept':
      return acceptFinding(db, id, by);
    case 'suppress':
      return suppressAlike(db, id, { by, why: action.text, until: action.until });
    case 'reopen':
      await sql`
        update findings set status = 'in-progress', resolved_at = null, resolved_by = null where id = ${id}
      `.execute(db);
  }
}

/** Whether anything was read of its resources since the deed: else what would be accepted is the state before it. */
async function isReadSince(db: Db, findingId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from findings f, unnest(f.refs) as ref join snapshots s on s.kind || ' ' || s.id = ref
    where f.id = ${findingId} and s.account_id = f.account_id and s.id = substr(ref, strpos(ref, ' ') + 1)
      and s.observed_at > f.event_time limit 1
  `.execute(db);
  return rows.length > 0;
}

interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly action: ReviewAction['action'];
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly until: Date | null;
}

function entryOf({ action, verdict, until, ...rest }: EntryRow): readonly ReviewEntry[] {
  if (action === 'verdict') return verdict === null ? [] : [{ ...rest, action, verdict }];
  if (action === 'suppress') return until === null ? [] : [{ ...rest, action, until }];
  return [{ ...rest, action }];
}
