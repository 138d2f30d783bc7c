import { type RawBuilder, sql } from 'kysely';
import type { Decision } from '../../model/decision.ts';
import { WITHOUT_WRITE } from '../outcomes.ts';
import { spellings } from '../spellings.ts';
import type { Store } from '../store.ts';
import { key } from './text.ts';
import type { Db, Units } from './units.ts';

/** What decided events tell of writes to resources. */
export function writes({ run }: Units): Pick<Store, 'laterWrites'> {
  return {
    laterWrites: (accountId, refs, eventTime) =>
      run('tell later writes', async (db) => {
        const ids = refs.flatMap(spellings).map(key);
        const { rows } = await sql<{ id: string }>`
          select distinct id from decisions, unnest(resources) as id
          where ${written(accountId, ids, WITHOUT_WRITE)} and id = any(${ids}::text[])
            and event_time > ${eventTime}::timestamptz
        `.execute(db);
        const found = new Set(rows.map(({ id }) => id));
        const hit = refs.filter((ref) => spellings(ref).some((id) => found.has(key(id))));
        return new Set(hit.map(({ id }) => id));
      }),
  };
}

/** Whether an event wrote to one of the ids in a span of time; `except`: outcomes that do not count. */
export async function wasWrittenTo(
  db: Db,
  asked: {
    readonly accountId: string;
    readonly ids: readonly string[];
    readonly after: Date;
    readonly upTo: Date;
    readonly except: readonly Decision['outcome'][];
  },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from decisions
    where ${written(asked.accountId, asked.ids.map(key), asked.except)}
      and event_time > ${asked.after}::timestamptz and event_time <= ${asked.upTo}::timestamptz
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/** Which decisions are writes to one of the ids. A refused call is a finding, but it wrote nothing. */
export function written(
  accountId: string,
  ids: readonly string[],
  except: readonly Decision['outcome'][],
): RawBuilder<boolean> {
  return sql<boolean>`
    decisions.account_id = ${key(accountId)} and resources && ${ids}::text[] and outcome <> all(${except}::text[])
    and not exists (
      select 1 from findings f
      where f.account_id = decisions.account_id and f.region = decisions.region and f.event_id = decisions.event_id
        and f.outcome = 'failure')`;
}
