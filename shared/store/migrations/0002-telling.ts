import { type Kysely, sql } from 'kysely';

const STATEMENTS = `
alter table notifications
  add column news text not null default 'alert',
  add column kind text not null default 'alert',
  add column bundle text not null default '',
  add column severity text not null default 'high',
  add column story text not null default '',
  add column fresh text[] not null default '{}',
  add column instead_of text,
  add column due_at timestamptz not null default now();
update notifications set bundle = id, due_at = created_at;
drop index notifications_due;
create index notifications_due on notifications (channel, next_attempt) where state = 'pending';
create index notifications_bundle on notifications (bundle) where state = 'pending';

create table stories (
  account_id text not null,
  region text not null,
  story text not null,
  channel text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  findings integer not null,
  severity text not null,
  resources text[] not null,
  primary key (story, channel)
);
create index stories_last_at on stories (last_at);

create table channels (
  channel text primary key,
  closed_until timestamptz,
  closed_why text,
  announced_at timestamptz
);

create table posts (
  channel text not null references channels (channel),
  at timestamptz not null,
  is_critical boolean not null
);
create index posts_channel on posts (channel, at);
`;

/** Stories, what each channel may still take, and how notifications are told together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';').filter((part) => part.trim() !== '')) {
    await sql.raw(statement).execute(db);
  }
}
