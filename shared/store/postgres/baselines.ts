import { sql } from 'kysely';
import type { Snapshot } from '../../model/change.ts';
import type { Decision } from '../../model/decision.ts';
import type { ResourceKind, ResourceRef } from '../../model/resource.ts';
import { HARMLESS } from '../outcomes.ts';
import { respelled, spellings } from '../spellings.ts';
import type { Store } from '../store.ts';
import { hasOpenFinding } from './findings.ts';
import { bySnapshotKey, isAmong } from './snapshots.ts';
import { key } from './text.ts';
import type { Db, Units } from './units.ts';
import { wasWrittenTo } from './writes.ts';

/** How long a state must have stood before it can become how things should be. */
const SETTLED_MS = 30 * 60_000;

/** How resources should be. */
export function baselines({ run }: Units): Pick<Store, 'baselines' | 'advanceBaselines'> {
  return {
    baselines: (accountId, refs) =>
      run('read baselines', async (db) => {
        const { rows } = await sql<Snapshot>`
          select account_id, region, kind, id, aspect, observed_at, hash, content
          from baselines join snapshots using (account_id, region, kind, id, aspect, observed_at)
          where account_id = ${key(accountId)} and ${isAmong(refs)}
        `.execute(db);
        return bySnapshotKey(rows);
      }),
    advanceBaselines: (accountId, now) =>
      run('move baselines', async (db) => {
        let moved = 0;
        for (const candidate of await candidates(db, accountId, now)) {
          if ((await isUndisturbed(db, candidate)) && (await move(db, candidate))) moved += 1;
        }
        return moved;
      }),
  };
}

/** ACK changed these resources: their baselines may follow. */
export async function touchBaselines(
  db: Db,
  { accountId, eventTime }: Decision,
  refs: readonly ResourceRef[],
): Promise<void> {
  if (refs.length === 0) return;
  await sql`
    update baselines set touched_by_ack_at = greatest(touched_by_ack_at, ${eventTime}::timestamptz)
    where account_id = ${key(accountId)} and ${isAmong(respelled(refs))}
  `.execute(db);
}

interface Candidate {
  readonly accountId: string;
  readonly region: string;
  readonly kind: ResourceKind;
  readonly id: string;
  readonly aspect: string;
  readonly from: Date;
  /** The last reading that still showed what the baseline says. */
  readonly goodAt: Date;
  readonly to: Date;
}

/** Baselines that ACK's touch came after, with the newest snapshot, where that is another and has stood long enough. */
async function candidates(db: Db, accountId: string, now: Date): Promise<readonly Candidate[]> {
  const settled = new Date(now.getTime() - SETTLED_MS);
  const { rows } = await sql<Candidate>`
    select b.account_id, b.region, b.kind, b.id, b.aspect, b.observed_at as "from", good.at as good_at, newest.observed_at as "to"
    from baselines b
    join snapshots base using (account_id, region, kind, id, aspect, observed_at)
    join lateral (
      select observed_at, hash from snapshots s
      where s.account_id = b.account_id and s.region = b.region and s.kind = b.kind and s.id = b.id and s.aspect = b.aspect
      order by observed_at desc limit 1
    ) newest on newest.hash <> base.hash and newest.observed_at < ${settled}::timestamptz
    join lateral (
      select max(observed_at) as at from snapshots s
      where s.account_id = b.account_id and s.region = b.region and s.kind = b.kind and s.id = b.id and s.aspect = b.aspect
        and s.hash = base.hash and s.observed_at >= b.observed_at
    ) good on b.touched_by_ack_at > good.at
    where b.account_id = ${key(accountId)} and newest.observed_at > b.observed_at
  `.execute(db);
  return rows;
}

async function isUndisturbed(db: Db, { accountId, kind, id, goodAt, to }: Candidate): Promise<boolean> {
  const ref = { kind, id };
  if (await hasOpenFinding(db, accountId, ref)) return false;
  return !(await wasWrittenTo(db, { accountId, ids: spellings(ref), after: goodAt, upTo: to, except: HARMLESS }));
}

/** Compare and swap: another instance may have moved it on meanwhile, and its reading may be the newer one. */
async function move(db: Db, { accountId, region, kind, id, aspect, from, to }: Candidate): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('baselines')
    .set({ observedAt: to, proven: true })
    .where('accountId', '=', accountId)
    .where('region', '=', region)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('aspect', '=', aspect)
    .where('observedAt', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
