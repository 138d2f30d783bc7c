import { sql } from 'kysely';
import type { AuditEntry } from '../../../model/audit.ts';
import type { Decision } from '../../../model/decision.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Decided, Reviewed, ReviewStore, Told } from '../../review.ts';
import type { Verdict } from '../../reviewing.ts';
import { spellings } from '../../spellings.ts';
import { findingOf, type StoredFinding } from '../stored-finding.ts';
import { key } from '../text.ts';
import type { Units } from '../units.ts';
import { pageOf, placeOf } from './cursor.ts';
import { conditionOf, ORDERS } from './finding-query.ts';

type Findings = 'findings' | 'reviewed' | 'told' | 'related' | 'around' | 'decision' | 'findingsOf' | 'audited';

interface Row {
  readonly content: StoredFinding;
  readonly status: Finding['status'];
  readonly reinspectAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly verdict: Verdict | null;
  readonly rank: string;
  readonly place: string;
  readonly id: string;
}

const COLUMNS = sql`content, status, reinspect_at, resolved_at, resolved_by, verdict, severity_rank::text as rank, event_time::text as place, id`;
/** What a list shows of a decision. */
export const DECIDED = sql`account_id, region, event_id, operation, event_time, received_at, outcome, resources, actor, why`;
const HOUR_MS = 3_600_000;
const AT_MOST = 25;

/** Findings as people look for them, and what stands around one. */
export function findings({ run }: Units): Pick<ReviewStore, Findings> {
  return {
    findings: (filter, order, { limit, after }) =>
      run('list findings', async (db) => {
        const { by, shape, after: goingOn } = ORDERS[order];
        const place = placeOf(after, shape);
        const { rows } = await sql<Row>`
          select ${COLUMNS} from findings
          where ${conditionOf(filter)} and ${place ? goingOn(place) : sql`true`}
          order by ${by} limit ${limit + 1}
        `.execute(db);
        return pageOf(rows, limit, {
          item: reviewedOf,
          place: (row) => [...(order === 'severity' ? [row.rank] : []), row.place, row.id],
        });
      }),
    reviewed: (id) =>
      run('read a finding', async (db) => {
        const { rows } = await sql<Row>`select ${COLUMNS} from findings where id = ${id}`.execute(db);
        return rows.map(reviewedOf)[0];
      }),
    told: (findingId) =>
      run('read deliveries', async (db) => {
        const { rows } = await sql<NotificationRow>`
          select id, channel, state, attempts, last_why as why, created_at, settled_at
          from notifications where finding_id = ${findingId} order by created_at, id
        `.execute(db);
        return rows.map(toldOf);
      }),
    related: (finding) =>
      run('read related findings', async (db) => {
        const [from, to] = hourAround(finding);
        const ids = finding.resources.map(({ id }) => key(id));
        const { rows } = await sql<Row>`
          select ${COLUMNS} from findings
          where event_time between ${from}::timestamptz and ${to}::timestamptz and id <> ${finding.id}
            and account_id = ${key(finding.accountId)}
            and (event_id = ${key(finding.eventId)} or lower(actor_name) = lower(${finding.actor.name})
              or ackwatch_resource_ids(refs) && ${ids}::text[])
          order by abs(extract(epoch from event_time - ${finding.eventTime}::timestamptz)), id limit ${AT_MOST}
        `.execute(db);
        return rows.map(reviewedOf);
      }),
    around: (finding) =>
      run('read what happened around a finding', async (db) => {
        const [from, to] = hourAround(finding);
        const { rows } = await sql<Decided>`
          select ${DECIDED} from (
            select * from decisions
            where account_id = ${key(finding.accountId)} and resources && ${idsOf(finding)}::text[]
              and event_time between ${from}::timestamptz and ${to}::timestamptz
              and (region, event_id) <> (${key(finding.region)}, ${key(finding.eventId)})
            order by abs(extract(epoch from event_time - ${finding.eventTime}::timestamptz)) limit ${AT_MOST}
          ) nearest order by event_time, event_id
        `.execute(db);
        return rows;
      }),
    decision: ({ accountId, region, eventId }) =>
      run('read a decision', async (db) => {
        const { rows } = await sql<Decided & Pick<Decision, 'raw' | 'facts'>>`
          select ${DECIDED}, raw, facts from decisions
          where account_id = ${key(accountId)} and region = ${key(region)} and event_id = ${key(eventId)}
        `.execute(db);
        const [row] = rows;
        if (row === undefined) return undefined;
        const { raw, facts, ...decided } = row;
        return { decided, raw, facts };
      }),
    findingsOf: ({ accountId, region, eventId }) =>
      run('read the findings of an event', async (db) => {
        const { rows } = await sql<Row>`
          select ${COLUMNS} from findings
          where account_id = ${key(accountId)} and region = ${key(region)} and event_id = ${key(eventId)} order by id
        `.execute(db);
        return rows.map(reviewedOf);
      }),
    audited: ({ id, accountId, region, eventId }) =>
      run('read the audit of a finding', async (db) => {
        const event = [accountId, region, eventId].map(key).join(' ');
        const { rows } = await sql<AuditEntry>`
          select id::text, at, kind, subject, content, digest from audit_entries
          where (kind = 'decision' and subject = ${event}) or (kind in ('end', 'review') and subject = ${id})
            or (kind = 'delivery' and subject in (select bundle from notifications where finding_id = ${id}))
          order by audit_entries.id limit ${AT_MOST}
        `.execute(db);
        return rows;
      }),
  };
}

function reviewedOf(row: Row): Reviewed {
  return { finding: findingOf(row), ...(row.verdict === null ? {} : { verdict: row.verdict }) };
}

interface NotificationRow extends Omit<Told, 'why' | 'settledAt'> {
  readonly why: string | null;
  readonly settledAt: Date | null;
}

function toldOf({ why, settledAt, ...rest }: NotificationRow): Told {
  return { ...rest, ...(why === null ? {} : { why }), ...(settledAt === null ? {} : { settledAt }) };
}

function hourAround({ eventTime }: Finding): readonly [Date, Date] {
  return [new Date(eventTime.getTime() - HOUR_MS), new Date(eventTime.getTime() + HOUR_MS)];
}

/** Of each resource its spellings and the whole that it is a part of: a call may name either. */
function idsOf({ resources }: Finding): readonly string[] {
  return [...new Set(resources.flatMap((one) => [...spellings(one), one.id.split('/')[0] ?? '']))].map(key);
}
