import { sql } from 'kysely';
import type { ReviewAction, ReviewEntry, Reviewing, Verdict } from '../../review/reviewing.ts';
import { acceptFinding } from '../accepted.ts';
import { suppressAlike } from '../suppress-alike.ts';
import type { Db, Units } from '../units.ts';

/** What reviewers did: each deed and the line that tells of it are written together. */
export function reviewing({ run, transact }: Units): Reviewing {
  return {
    review: (findingId, by, action) =>
      transact('keep what a reviewer did', async (db) => {
        const { rows } = await sql`select id from findings where id = ${findingId} for update`.execute(db);
        if (rows.length === 0) return 'missing';
        await perform(db, findingId, by, action);
        await sql`
          insert into review_entries (finding_id, by_name, action, text, verdict, until)
          values (${findingId}, ${by}, ${action.action}, ${action.text},
            ${action.action === 'verdict' ? action.verdict : null},
            ${action.action === 'suppress' ? action.until : null}::timestamptz)
        `.execute(db);
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

/** A verdict says that somebody looked. An accepted change, or one that is suppressed, is nothing to put right any more. */
async function perform(db: Db, findingId: string, by: string, action: ReviewAction): Promise<void> {
  switch (action.action) {
    case 'comment':
      return;
    case 'verdict':
      await sql`
        update findings set verdict = ${action.verdict}, status = case when status = 'new' then 'in-progress' else status end
        where id = ${findingId}
      `.execute(db);
      return;
    case 'accept':
      return acceptFinding(db, findingId, by);
    case 'suppress':
      return suppressAlike(db, findingId, { by, why: action.text, until: action.until });
    case 'reopen':
      await sql`update findings set status = 'in-progress', resolved_at = null, resolved_by = null where id = ${findingId}`.execute(
        db,
      );
      return;
  }
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
