import { type Kysely, sql } from 'kysely';

const TABLES = `
create table decisions (
  account_id text not null,
  region text not null,
  event_id text not null,
  operation text not null,
  event_time timestamptz not null,
  received_at timestamptz not null,
  outcome text not null,
  resources text[] not null,
  actor text not null,
  why text not null,
  facts text[] not null,
  raw jsonb,
  written_by uuid not null,
  tried_at timestamptz,
  decided_at timestamptz not null default now(),
  primary key (account_id, region, event_id)
);
create index decisions_resources on decisions using gin (resources);
create index decisions_held on decisions (tried_at nulls first, event_time)
  where outcome in ('ownership-unknown', 'unverified');
create index decisions_event_time on decisions (account_id, event_time);

create table set_aside (
  digest text primary key,
  raw text not null,
  reason text not null,
  at timestamptz not null
);

create table findings (
  id text primary key,
  account_id text not null,
  region text not null,
  event_id text not null,
  event_time timestamptz not null,
  received_at timestamptz not null,
  rule text not null,
  rules text[] not null,
  rows text[] not null,
  severity text not null,
  outcome text not null,
  is_alert boolean not null,
  status text not null,
  operation text not null,
  cluster_id text not null,
  actor_type text not null,
  actor_name text not null,
  standing text not null,
  refs text[] not null,
  reinspect_at timestamptz,
  resolved_at timestamptz,
  content jsonb not null,
  recorded_at timestamptz not null default now()
);
create index findings_event on findings (account_id, region, event_id);
create index findings_refs on findings using gin (refs);
create index findings_reinspect on findings (reinspect_at) where reinspect_at is not null;
create index findings_received on findings (account_id, received_at);

create table notifications (
  id text primary key,
  finding_id text not null references findings (id),
  account_id text not null,
  region text not null,
  channel text not null,
  state text not null default 'pending',
  next_attempt timestamptz not null default now(),
  leased_until timestamptz,
  attempts integer not null default 0,
  may_be_repeat boolean not null default false,
  last_why text,
  created_at timestamptz not null default now(),
  settled_at timestamptz
);
create index notifications_due on notifications (next_attempt, created_at) where state = 'pending';
create index notifications_finding on notifications (finding_id);

create table clusters (
  account_id text not null,
  region text not null,
  id text not null,
  name text not null,
  type text not null,
  state text not null,
  vpc_id text,
  pod_cidrs text[] not null,
  worker_role_name text,
  seen_at timestamptz not null,
  missed integer not null default 0,
  missed_at timestamptz,
  retired_at timestamptz,
  primary key (account_id, region, id)
);

create table inventory (
  account_id text not null,
  region text not null,
  kind text not null,
  id text not null,
  cluster_id text not null,
  role text not null,
  name text,
  parent_kind text,
  parent_id text,
  facts jsonb not null,
  via text not null,
  collector text,
  seen_at timestamptz,
  remembered_at timestamptz,
  missed integer not null default 0,
  missed_at timestamptz,
  stale boolean not null default false,
  tombstoned_at timestamptz,
  primary key (account_id, region, kind, id, cluster_id, role)
);
create index inventory_id on inventory (account_id, id);
create index inventory_living on inventory (cluster_id) where tombstoned_at is null;
create index inventory_dead on inventory (tombstoned_at) where tombstoned_at is not null;

create table departures (
  account_id text not null,
  region text not null,
  kind text not null,
  id text not null,
  at timestamptz not null,
  primary key (account_id, region, kind, id)
);
create index departures_id on departures (account_id, id);
create index departures_at on departures (at);

create table unowned (
  account_id text not null,
  id text not null,
  until timestamptz not null,
  primary key (account_id, id)
);
create index unowned_until on unowned (until);

create table trusts (
  account_id text not null,
  role_name text not null,
  services text[] not null,
  only_services boolean not null,
  verified_at timestamptz not null,
  distrusted boolean not null default false,
  primary key (account_id, role_name)
);

create table snapshots (
  account_id text not null,
  region text not null,
  kind text not null,
  id text not null,
  aspect text not null,
  observed_at timestamptz not null,
  hash text not null,
  content jsonb not null,
  primary key (account_id, region, kind, id, aspect, observed_at)
);
create index snapshots_id on snapshots (account_id, id, observed_at);
create index snapshots_observed_at on snapshots (observed_at);

create table baselines (
  account_id text not null,
  region text not null,
  kind text not null,
  id text not null,
  aspect text not null,
  observed_at timestamptz not null,
  proven boolean not null default false,
  touched_by_ack_at timestamptz,
  primary key (account_id, region, kind, id, aspect),
  foreign key (account_id, region, kind, id, aspect, observed_at) references snapshots
);
create index baselines_id on baselines (account_id, id);
`;

/** The tables of the first version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';').filter((part) => part.trim() !== '')) await sql.raw(statement).execute(db);
}
