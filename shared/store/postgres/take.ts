import { sql } from 'kysely';
import type { Finding } from '../../model/finding.ts';
import { bundled } from '../bundled.ts';
import { messageId } from '../message-id.ts';
import type { Choice, Message } from '../outbox.ts';
import type { Store } from '../store.ts';
import { lockChannel, spend, spentOn } from './budget.ts';
import { findingOf, type StoredFinding } from './stored-finding.ts';
import type { Db } from './units.ts';

/** More than this nobody chooses from at a time; the rest is as patient as it was. */
const MOST = 5_000;

/** Decides for one channel what is told next, and marks it as this sender's. */
export async function take(
  db: Db,
  { channel, leaseMs, hasRoom, choose }: Parameters<Store['take']>[0],
): Promise<Message | undefined> {
  if (!(await lockChannel(db, channel))) return undefined;
  const spent = await spentOn(db, channel);
  if (hasRoom?.(spent) === false) return undefined;
  const due = await dueOver(db, channel);
  if (due.length === 0) return undefined;
  const choice = choose(bundled(due), spent);
  if (choice === undefined || choice.ids.length === 0) return undefined;
  const chosen = new Set(choice.ids);
  const isCritical = due.some(({ id, severity }) => severity === 'critical' && chosen.has(id));
  await spend(db, channel, isCritical);
  return handOut(db, channel, leaseMs, choice);
}

async function dueOver(db: Db, channel: string): Promise<Parameters<typeof bundled>[0]> {
  const { rows } = await sql<Parameters<typeof bundled>[0][number]>`
    select id, bundle, kind, severity, may_be_repeat or leased_until is not null as may_be_repeat,
      extract(epoch from clock_timestamp() - due_at)::float8 * 1000 as waited_ms
    from notifications
    where channel = ${channel} and state = 'pending' and next_attempt <= clock_timestamp()
      and (leased_until is null or leased_until <= clock_timestamp())
    order by due_at, created_at, id
    limit ${MOST}
  `.execute(db);
  return rows;
}

interface Row {
  readonly content: StoredFinding;
  readonly status: Finding['status'];
  readonly reinspectAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly attempts: number;
  readonly mayBeRepeat: boolean;
  readonly ageMs: number;
  readonly fresh: readonly string[];
  readonly insteadOf: string | null;
  readonly openedBy: string | null;
  readonly openedAt: Date | null;
  readonly findings: number | null;
  readonly closedUntil: Date | null;
  readonly closedWhy: string | null;
  readonly waiting: number;
}

/** A lease that ran out without having been settled: its sender died, perhaps after sending. */
async function handOut(db: Db, channel: string, leaseMs: number, { kind, ids }: Choice): Promise<Message> {
  const id = messageId(ids);
  const { rows } = await sql<Row>`
    with leased as (
      update notifications set
        leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond',
        attempts = attempts + 1,
        may_be_repeat = may_be_repeat or leased_until is not null,
        bundle = ${id},
        kind = ${kind}
      where id = any(${ids}::text[]) and channel = ${channel}
      returning *
    )
    select f.content, f.status, f.reinspect_at, f.resolved_at, f.resolved_by, leased.attempts - 1 as attempts, leased.may_be_repeat, leased.fresh,
      leased.instead_of, extract(epoch from clock_timestamp() - leased.created_at)::float8 * 1000 as age_ms,
      s.opened_by, s.opened_at, s.findings, c.closed_until, c.closed_why,
      (select count(*)::int from notifications w where w.channel = leased.instead_of and w.state = 'pending') as waiting
    from leased
    join findings f on f.id = leased.finding_id
    left join stories s on s.story = leased.story and s.channel = coalesce(leased.instead_of, leased.channel)
    left join channels c on c.channel = leased.instead_of
      and (${kind} = 'channel-closed' or c.closed_until > clock_timestamp())
    order by array_position(${ids}::text[], leased.id)
  `.execute(db);
  return messageOf(rows, { id, channel, kind, notificationIds: ids });
}

function messageOf(rows: readonly Row[], named: Pick<Message, 'id' | 'channel' | 'kind' | 'notificationIds'>): Message {
  const [first] = rows;
  const { openedBy = null, openedAt = null } = first ?? {};
  const passedOn = rows.find((row) => row.insteadOf !== null);
  const { insteadOf = null, closedUntil = null } = passedOn ?? {};
  return {
    ...named,
    findings: rows.map(findingOf),
    fresh: [...new Set(rows.flatMap(({ fresh }) => fresh))],
    ...(openedBy === null || openedAt === null
      ? {}
      : { story: { openedBy, openedAt, findings: first?.findings ?? 0 } }),
    ...(insteadOf === null ? {} : { insteadOf }),
    ...(closedUntil === null
      ? {}
      : { closed: { until: closedUntil, why: passedOn?.closedWhy ?? '', waiting: passedOn?.waiting ?? 0 } }),
    attempts: Math.max(0, ...rows.map(({ attempts }) => attempts)),
    mayBeRepeat: rows.some(({ mayBeRepeat }) => mayBeRepeat),
    ageMs: Math.max(0, ...rows.map(({ ageMs }) => ageMs)),
  };
}
