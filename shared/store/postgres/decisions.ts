import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Decision, HELD } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { EventKey, Recording, Store } from '../store.ts';
import { acceptState } from './accepted.ts';
import { touchBaselines } from './baselines.ts';
import { insertFindings, resolveRestored } from './findings.ts';
import { bury, putProven } from './inventory.ts';
import { insertNotifications } from './outbox.ts';
import { insertSnapshots } from './snapshots.ts';
import { json, key } from './text.ts';
import type { Db, Units } from './units.ts';
import { writeDownDecision } from './write-audit.ts';

/** What became of events, and everything that is written along with it. */
export function decisions({
  run,
  transact,
}: Units): Pick<Store, 'record' | 'isDecided' | 'decision' | 'held' | 'setAside'> {
  return {
    record: (recording) => {
      const attempt = randomUUID();
      return transact('record a decision', async (db) => {
        const written = await decide(db, recording.decision, attempt);
        if (written === 'now') await writeAlong(db, recording);
        return written === 'by-another' ? 'duplicate' : 'recorded';
      });
    },
    isDecided: (event) => run('tell whether an event is decided', async (db) => (await find(db, event)) !== undefined),
    decision: (event) => run('read a decision', (db) => find(db, event)),
    held: (limit) =>
      run('read held decisions', async (db) => {
        const query = db.selectFrom('decisions').selectAll().where('outcome', 'in', HELD);
        const rows = await query
          .orderBy('triedAt', (order) => order.asc().nullsFirst())
          .orderBy('eventTime')
          .limit(limit)
          .execute();
        return rows.map(decisionOf);
      }),
    setAside: ({ raw, reason, at }) =>
      run('set a record aside', async (db) => {
        const digest = createHash('sha256').update(raw).digest('hex');
        const insert = db.insertInto('setAside').values({ digest, raw, reason, at });
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }),
  };
}

/** The row decides who records: one inserts it, or settles what was held; all others find it there. */
async function decide(db: Db, decision: Decision, attempt: string): Promise<'now' | 'before' | 'by-another'> {
  const { raw, ...rest } = decision;
  const row = {
    ...rest,
    accountId: key(decision.accountId),
    region: key(decision.region),
    eventId: key(decision.eventId),
    resources: decision.resources.map(key),
    facts: [...decision.facts],
    via: decision.via ?? null,
    raw: json(raw),
    writtenBy: attempt,
  };
  const written = await db
    .insertInto('decisions')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['accountId', 'region', 'eventId'])
        .doUpdateSet({ ...row, decidedAt: sql`now()` })
        .where('decisions.outcome', 'in', HELD)
        .where('excluded.outcome', 'not in', HELD),
    )
    .returning('eventId')
    .execute();
  if (written.length > 0) return 'now';
  if (HELD.includes(decision.outcome)) await noteTried(db, decision);
  // Our own, committed by an attempt that lost its connection before it heard of it.
  const own = await at(db, decision).where('writtenBy', '=', attempt).executeTakeFirst();
  return own ? 'before' : 'by-another';
}

async function noteTried(db: Db, { accountId, region, eventId }: EventKey): Promise<void> {
  await db
    .updateTable('decisions')
    .set({ triedAt: sql`now()` })
    .where('accountId', '=', key(accountId))
    .where('region', '=', key(region))
    .where('eventId', '=', key(eventId))
    .where('outcome', 'in', HELD)
    .execute();
}

async function writeAlong(db: Db, recording: Recording): Promise<void> {
  const { decision, findings, snapshots, notifications, owned, gone, touchedByAck, restored } = recording;
  await insertFindings(db, findings);
  await insertSnapshots(db, snapshots);
  for (const finding of findings.filter(isDeclared)) await acceptState(db, finding);
  await putProven(db, owned, decision.eventTime);
  await bury(db, decision, gone);
  await touchBaselines(db, decision, touchedByAck);
  await resolveRestored(db, decision, restored);
  // Stories are one row for many events: they are locked as late, and so as briefly, as can be.
  await insertNotifications(db, notifications);
  const { outcome, operation, actor, why, via } = decision;
  const told = findings.map(({ id, isAlert, status }) => ({ id, isAlert, status }));
  await writeDownDecision(db, decision, { outcome, operation, actor, why, via, findings: told });
}

/** What trusted automation changed is how things should be. */
function isDeclared({ actor, outcome }: Finding): boolean {
  return actor.standing === 'declared' && outcome === 'success';
}

async function find(db: Db, event: EventKey): Promise<Decision | undefined> {
  const row = await at(db, event).executeTakeFirst();
  return row && decisionOf(row);
}

function at(db: Db, { accountId, region, eventId }: EventKey) {
  return db
    .selectFrom('decisions')
    .selectAll()
    .where('accountId', '=', key(accountId))
    .where('region', '=', key(region))
    .where('eventId', '=', key(eventId));
}

function decisionOf(row: Omit<Decision, 'via'> & { readonly via: string | null }): Decision {
  const { accountId, region, eventId, operation, eventTime, receivedAt, outcome, resources, actor, why, facts, raw } =
    row;
  const told = { accountId, region, eventId, operation, eventTime, receivedAt, outcome, resources, actor, why, facts };
  return { ...told, raw, ...(row.via === 'reconcile' || row.via === 'other-bus' ? { via: row.via } : {}) };
}
