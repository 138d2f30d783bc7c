import { sql } from 'kysely';
import { HELD } from '../../model/decision.ts';
import type { Upkeep } from '../upkeep.ts';
import { key, rowsOf } from './text.ts';
import type { Units } from './units.ts';

/** Which events of a list are news. */
export function undecided({ run }: Units): Pick<Upkeep, 'undecided'> {
  return {
    undecided: (events) =>
      run('tell which events are decided', async (db) => {
        const asked = events.map(({ accountId, region, eventId }, place) => {
          return { place, account_id: key(accountId), region: key(region), event_id: key(eventId) };
        });
        const { rows } = await sql<{ place: number }>`
          select place from jsonb_to_recordset(${rowsOf(asked)}) as asked
            (place integer, account_id text, region text, event_id text)
          where not exists (
            select 1 from decisions d
            where d.account_id = asked.account_id and d.region = asked.region and d.event_id = asked.event_id
              and not (d.via is not distinct from 'other-bus' and d.outcome = any(${HELD}::text[])))
          order by place
        `.execute(db);
        return rows.flatMap(({ place }) => events[place] ?? []);
      }),
  };
}
