import { sql } from 'kysely';
import type { Decision } from '../../model/decision.ts';
import type { Finding, Status } from '../../model/finding.ts';
import type { ResourceRef } from '../../model/resource.ts';
import { respelled } from '../spellings.ts';
import type { Store } from '../store.ts';
import { endFindings } from './endings.ts';
import { insertSnapshots } from './snapshots.ts';
import { findingOf } from './stored-finding.ts';
import { json, key } from './text.ts';
import type { Db, Units } from './units.ts';

const OPEN: readonly Status[] = ['new', 'in-progress'];

type Findings =
  | 'finding'
  | 'openFindings'
  | 'oldestOpen'
  | 'openFindingsOf'
  | 'resolvedBefore'
  | 'dueForInspection'
  | 'updateFinding'
  | 'resolve'
  | 'hasAlertedUnverified';

/** Findings and how far review of them is. */
export function findings({ run, transact }: Units): Pick<Store, Findings> {
  return {
    finding: (id) =>
      run('read a finding', async (db) => {
        const row = await db.selectFrom('findings').selectAll().where('id', '=', id).executeTakeFirst();
        return row && findingOf(row);
      }),
    openFindings: (accountId, refs, operations) =>
      run('read open findings', async (db) => {
        const all = open(db, accountId, refs).selectAll().orderBy('eventTime');
        const asked = operations && all.where(sql`lower(operation)`, '=', sql<string>`any(${operations}::text[])`);
        return (await (asked ?? all).execute()).map(findingOf);
      }),
    oldestOpen: (accountId, refs, before) =>
      run('read the oldest open findings', async (db) => {
        const compared = sql`array(
          select concat_ws(' ', one -> 'resource' ->> 'kind', one -> 'resource' ->> 'id', one ->> 'aspect')
          from jsonb_array_elements(content -> 'comparisons') one order by 1)`;
        const rows = await open(db, accountId, refs)
          .distinctOn([sql`refs`, compared])
          .selectAll()
          .where('eventTime', '<', before)
          .orderBy(sql`refs`)
          .orderBy(compared)
          .orderBy('eventTime')
          .execute();
        return rows.map(findingOf).toSorted((a, b) => +a.eventTime - +b.eventTime);
      }),
    openFindingsOf: (clusterId) =>
      run('read what is open on a cluster', async (db) => {
        const open = db.selectFrom('findings').selectAll().where('clusterId', '=', clusterId);
        const rows = await open
          .where('status', 'in', OPEN)
          .where('outcome', '=', 'success')
          .orderBy('eventTime')
          .execute();
        return rows.map(findingOf);
      }),
    resolvedBefore: ({ id, accountId, cluster, rule, resources, eventTime }) =>
      run('tell whether it happened before', async (db) => {
        const row = await db
          .selectFrom('findings')
          .selectAll()
          .where('clusterId', '=', cluster.id)
          .where('rule', '=', rule)
          .where('status', '=', 'resolved')
          .where('standing', '<>', 'declared')
          .where('accountId', '=', key(accountId))
          .where('refs', '&&', sql<string[]>`${respelled(resources).map(refKey)}::text[]`)
          .where('eventTime', '<', eventTime)
          .where('id', '<>', id)
          .orderBy('eventTime', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row && findingOf(row);
      }),
    dueForInspection: (limit) =>
      run('read findings to inspect again', async (db) => {
        const due = db
          .selectFrom('findings')
          .selectAll()
          .where('reinspectAt', '<=', sql<Date>`now()`);
        return (await due.orderBy('reinspectAt').limit(limit).execute()).map(findingOf);
      }),
    updateFinding: (finding, snapshots) =>
      transact('update a finding', async (db) => {
        await db.updateTable('findings').set(renewed(finding)).where('id', '=', finding.id).execute();
        await insertSnapshots(db, snapshots);
      }),
    resolve: (findingIds, at, by) => transact('resolve findings', (db) => endFindings(db, findingIds, at, by)),
    hasAlertedUnverified: (accountId, roleName, since) =>
      run('tell whether a role was alerted about', async (db) => {
        const alerts = db.selectFrom('findings').select('id').where('isAlert', '=', true);
        const unverified = alerts.where('accountId', '=', key(accountId)).where('standing', '=', 'unverified');
        const ofRole = unverified.where(sql<string>`lower(actor_name)`, '=', roleName.toLowerCase());
        return (await ofRole.where('receivedAt', '>=', since).limit(1).execute()).length > 0;
      }),
  };
}

/** A finding that was made of a held decision is made anew when the event is settled: what is known now replaces it. */
export async function insertFindings(db: Db, given: readonly Finding[]): Promise<void> {
  for (const finding of given) {
    const insert = db.insertInto('findings').values(rowOf(finding));
    await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(renewed(finding))).execute();
  }
}

/** An event that put things right ends the findings of deeds before it. */
export async function resolveRestored(
  db: Db,
  { accountId, eventTime, actor }: Decision,
  restored: readonly ResourceRef[],
): Promise<void> {
  if (restored.length === 0) return;
  const ended = await open(db, accountId, restored).select('id').where('eventTime', '<=', eventTime).execute();
  await endFindings(
    db,
    ended.map(({ id }) => id),
    eventTime,
    actor,
  );
}

/** Whether somebody's deed on the resource is still to be put right. */
export async function hasOpenFinding(db: Db, accountId: string, ref: ResourceRef): Promise<boolean> {
  return (await open(db, accountId, [ref]).select('id').limit(1).execute()).length > 0;
}

function open(db: Db, accountId: string, refs: readonly ResourceRef[]) {
  return db
    .selectFrom('findings')
    .where('accountId', '=', key(accountId))
    .where('refs', '&&', sql<string[]>`${respelled(refs).map(refKey)}::text[]`)
    .where('status', 'in', OPEN)
    .where('outcome', '=', 'success');
}

function refKey({ kind, id }: ResourceRef): string {
  return `${kind} ${key(id)}`;
}

/** What replaces a row. What is resolved stays so: whoever writes later may have read it earlier. */
function renewed(finding: Finding) {
  const { id: _, status, resolvedAt, resolvedBy, ...row } = rowOf(finding);
  return {
    ...row,
    status: sql<Status>`case when findings.status = 'resolved' then findings.status else ${status} end`,
    resolvedAt: sql<Date | null>`coalesce(findings.resolved_at, ${resolvedAt}::timestamptz)`,
    resolvedBy: sql<string | null>`coalesce(findings.resolved_by, ${resolvedBy})`,
  };
}

function rowOf(finding: Finding) {
  const { id, eventTime, receivedAt, rule, severity, outcome, isAlert, status, operation, actor } = finding;
  return {
    id,
    accountId: key(finding.accountId),
    region: key(finding.region),
    eventId: key(finding.eventId),
    eventTime,
    receivedAt,
    rule,
    rules: [...finding.rules],
    rows: [...finding.rows],
    severity,
    outcome,
    isAlert,
    status,
    operation,
    clusterId: finding.cluster.id,
    actorType: actor.type,
    actorName: actor.name,
    standing: actor.standing,
    refs: finding.resources.map(refKey),
    reinspectAt: finding.reinspectAt ?? null,
    resolvedAt: finding.resolvedAt ?? (status === 'resolved' ? receivedAt : null),
    resolvedBy: finding.resolvedBy ?? null,
    content: json(finding),
  };
}
