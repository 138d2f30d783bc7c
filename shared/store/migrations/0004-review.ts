import { type Kysely, sql } from 'kysely';

/**
 * Words of a finding for full-text search: what stands between the marks of JSON, and the letters and digits between any
 * punctuation. An id is found whole and by its parts, whatever a parser of prose makes of hyphens and slashes. Bounded,
 * because a word that is too long would keep the finding out.
 */
const WORDS = `
create function ackwatch_words(content jsonb) returns tsvector language sql immutable parallel safe cost 5000 as $$
  select array_to_tsvector(array(
    select left(word, 100) from (values (lower(left(content::text, 50000)))) as t (body), lateral (
      select regexp_split_to_table(body, '[[:space:]"{},:\\[\\]\\\\]+') as word
      union select regexp_split_to_table(body, '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+')
    ) words where word <> ''))
$$`;

/** The ids in \`kind id\` texts, and of a part (\`lb-1/6443/tcp\`) that of the whole too. */
const RESOURCE_IDS = `
create function ackwatch_resource_ids(refs text[]) returns text[] language sql immutable parallel safe cost 100 as $$
  select array(
    select id from unnest(refs) as ref, lateral (select substr(ref, strpos(ref, ' ') + 1) as whole) w,
      lateral (values (whole), (split_part(whole, '/', 1))) as v (id)
    group by id)
$$`;

const TABLES = `
alter table findings add column if not exists verdict text;
alter table findings add column severity_rank smallint not null generated always as
  (coalesce(array_position(array['informational', 'low', 'medium', 'high', 'critical'], severity), 0)) stored;
create index findings_time on findings (event_time desc, id desc)
  include (severity, status, outcome, cluster_id, actor_type, actor_name, rows);
create index findings_severity on findings (severity_rank desc, event_time desc, id desc);
create index findings_open on findings (cluster_id, severity) include (outcome) where status in ('new', 'in-progress');
create index findings_cluster on findings (cluster_id, event_time desc, id desc);
create index findings_rule on findings (rule, event_time desc, id desc);
create index findings_actor on findings (lower(actor_name), event_time desc, id desc);
create index findings_verdict on findings (verdict, event_time desc, id desc) where verdict is not null;
create index findings_rows on findings using gin (rows);
create index findings_row_lists on findings (rows, event_time desc);
create index findings_resource_ids on findings using gin (ackwatch_resource_ids(refs));
create index findings_words on findings using gin (ackwatch_words(content));

create index decisions_time on decisions (event_time desc, event_id desc);
create index decisions_outcome on decisions (outcome, event_time desc, event_id desc);
create index decisions_event_id on decisions (event_id);
create index inventory_parent on inventory (parent_id) where parent_id is not null;
create index inventory_by_id on inventory (id);
create index inventory_stale on inventory (cluster_id) where stale and tombstoned_at is null;
create index notifications_unsettled on notifications (state, created_at) where state <> 'delivered';
create index notifications_settled on notifications (settled_at) where state = 'delivered';
create index set_aside_at on set_aside (at);

create table review_sessions (
  digest text primary key,
  name text not null,
  role text not null,
  via text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index review_sessions_expiry on review_sessions (expires_at);

create table review_tokens (
  id text primary key,
  digest text not null unique,
  name text not null,
  role text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);

create table review_refusals (
  source text not null,
  at timestamptz not null default now()
);
create index review_refusals_at on review_refusals (at);

create table review_entries (
  id bigint generated always as identity primary key,
  finding_id text not null references findings (id),
  at timestamptz not null default now(),
  by_name text not null,
  action text not null,
  text text not null,
  verdict text,
  until timestamptz
);
create index review_entries_finding on review_entries (finding_id, id);
`;

/** What the review page needs: search, sign-in, and what reviewers said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(WORDS).execute(db);
  await sql.raw(RESOURCE_IDS).execute(db);
  for (const statement of TABLES.split(';').filter((part) => part.trim() !== '')) await sql.raw(statement).execute(db);
}
