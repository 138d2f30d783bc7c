import { type RawBuilder, sql } from 'kysely';
import type { Decided, DecisionFilter, ReviewStore } from '../../review.ts';
import { spellings } from '../../spellings.ts';
import { key } from '../text.ts';
import type { Units } from '../units.ts';
import { DECIDED } from './findings.ts';
import { ANY, pageOf, placeOf, TIME } from './cursor.ts';

const PARTS = 200;

/** What became of events: the answer to "why was I not told?". */
export function decisions({ run }: Units): Pick<ReviewStore, 'decisions' | 'partsOf'> {
  return {
    decisions: (filter, { limit, after }) =>
      run('list decisions', async (db) => {
        const place = placeOf(after, [TIME, ANY]);
        const goingOn = place ? sql`(event_time, event_id) < (${place[0]}::timestamptz, ${place[1]})` : sql`true`;
        const { rows } = await sql<Placed>`
          select ${DECIDED}, event_time::text as place
          from decisions where ${conditionOf(filter)} and ${goingOn}
          order by event_time desc, event_id desc limit ${limit + 1}
        `.execute(db);
        return pageOf(rows, limit, {
          item: withoutPlace,
          place: (row) => [row.place, row.eventId],
        });
      }),
    partsOf: (resourceId) =>
      run('find the parts of a resource', async (db) => {
        const { rows } = await sql<{ readonly id: string }>`
          select distinct id from inventory where parent_id = ${key(resourceId)} limit ${PARTS}
        `.execute(db);
        const parts = rows.flatMap(({ id }) => (id.includes('/') ? spellings({ kind: 'slb.listener', id }) : [id]));
        const own = resourceId.includes('/') ? spellings({ kind: 'slb.listener', id: resourceId }) : [resourceId];
        return [...new Set([...own, ...parts])].map(key);
      }),
  };
}

type Placed = Decided & { readonly place: string };

function withoutPlace(row: Placed): Decided {
  const { place: _, ...decided } = row;
  return decided;
}

function conditionOf({ eventId, resources, outcome, from, to }: DecisionFilter): RawBuilder<unknown> {
  const all = [
    ...(eventId === undefined ? [] : [sql`event_id = ${key(eventId)}`]),
    ...(resources === undefined ? [] : [sql`resources && ${[...resources]}::text[]`]),
    ...(outcome === undefined ? [] : [sql`outcome = ${outcome}`]),
    ...(from === undefined ? [] : [sql`event_time >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`event_time < ${to}::timestamptz`]),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}
