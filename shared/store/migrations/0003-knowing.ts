import { type Kysely, sql } from 'kysely';

/**
 * What a decision says, as one digest: an audit entry holds it, so that a row that was changed afterwards disagrees. The
 * columns are listed: a later one must not change the digests of old rows.
 */
const DIGEST = `
create function ackwatch_decision_digest(d decisions) returns text language sql stable set timezone to 'UTC' as $$
  select encode(sha256(convert_to(jsonb_build_array(
    d.account_id, d.region, d.event_id, d.operation, d.event_time, d.received_at, d.outcome, d.resources, d.actor, d.why,
    d.facts, d.raw, d.via)::text, 'UTF8')), 'hex')
$$`;

const TABLES = `
alter table decisions add column via text;
alter table findings add column resolved_by text;
create index findings_recurring on findings (cluster_id, rule, event_time desc) where status = 'resolved';

create table leases (
  name text primary key,
  token uuid not null,
  until timestamptz not null
);

create table marks (
  name text primary key,
  at timestamptz not null,
  is_complete boolean not null
);

create table suppressions (
  id text primary key,
  account_id text not null,
  what jsonb not null,
  why text not null,
  by_name text not null,
  from_time timestamptz not null,
  until_time timestamptz not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (until_time > from_time)
);
create index suppressions_until on suppressions (account_id, until_time);

create table automation (
  id text primary key,
  account_id text not null,
  actor text not null,
  clusters text[] not null,
  rows text[] not null,
  why text not null,
  by_name text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  subject text not null,
  content text not null,
  digest text
);
create index audit_entries_subject on audit_entries (kind, subject, id desc);

create index decisions_subject on decisions ((account_id || ' ' || region || ' ' || event_id));

create table audit_seals (
  number bigint primary key,
  count bigint not null,
  first_id bigint not null,
  last_id bigint not null,
  hash text not null,
  previous text not null,
  sealed_at timestamptz not null default now(),
  retired_at timestamptz
);
`;

/** Life cycle, exceptions, the sweep's leases and progress, and the audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';').filter((part) => part.trim() !== '')) await sql.raw(statement).execute(db);
  await sql.raw(DIGEST).execute(db);
}
