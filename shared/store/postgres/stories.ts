import { sql } from 'kysely';
import type { Notification } from '../../model/notification.ts';
import type { Story } from '../../model/story.ts';
import { plan, type Planned, storyKey } from '../plan.ts';
import { rowsOf } from './text.ts';
import type { Db } from './units.ts';

interface Row extends Omit<Story, 'openedAt' | 'lastAt'> {
  readonly story: string;
  readonly channel: string;
  readonly openedAt: Date | null;
  readonly lastAt: Date | null;
  readonly now: Date;
}

/**
 * Joins notifications to their stories. The rows of the stories are locked until the transaction ends, so that two
 * events of one story come one after the other.
 */
export async function joinStories(db: Db, given: readonly Notification[]): Promise<readonly Planned[]> {
  const rows = await locked(
    db,
    given.filter(({ news }) => news === 'alert'),
  );
  const now = rows[0]?.now ?? (await databaseTime(db));
  const { planned, stories } = plan(given, new Map(rows.flatMap(storyOf)), now);
  if (stories.size === 0) return planned;
  const changed = [...stories].map(([key, story]) => {
    const { story: name, channel } = given.find((one) => storyKey(one) === key) ?? { story: '', channel: '' };
    return { ...story, story: name, channel };
  });
  await sql`
    update stories set opened_by = n.opened_by, opened_at = n.opened_at, last_at = n.last_at, findings = n.findings,
      severity = n.severity, resources = n.resources
    from jsonb_to_recordset(${rowsOf(changed.map(snaked))}) as n(
      story text, channel text, opened_by text, opened_at timestamptz, last_at timestamptz, findings integer,
      severity text, resources text[])
    where stories.story = n.story and stories.channel = n.channel
  `.execute(db);
  return planned;
}

/** The rows in one order for everybody; a story that nobody knows yet gets an empty one. */
async function locked(db: Db, given: readonly Notification[]): Promise<readonly Row[]> {
  const named = [...new Map(given.map((one) => [storyKey(one), one])).values()].map((one) => {
    return { account_id: one.accountId, region: one.region, story: one.story, channel: one.channel };
  });
  const { rows } = await sql<Row>`
    insert into stories (account_id, region, story, channel, opened_by, opened_at, last_at, findings, severity, resources)
    select account_id, region, story, channel, '', '-infinity', '-infinity', 0, 'informational', '{}'
    from jsonb_to_recordset(${rowsOf(named)}) as n(account_id text, region text, story text, channel text)
    order by channel, story
    on conflict (story, channel) do update set story = excluded.story
    returning story, channel, opened_by, findings, severity, resources, clock_timestamp() as now,
      nullif(opened_at, '-infinity') as opened_at, nullif(last_at, '-infinity') as last_at
  `.execute(db);
  return rows;
}

function storyOf({ openedBy, openedAt, lastAt, findings, severity, resources, ...row }: Row): [string, Story][] {
  if (openedAt === null || lastAt === null) return [];
  return [[storyKey(row), { openedBy, openedAt, lastAt, findings, severity, resources }]];
}

function snaked({ openedBy, openedAt, lastAt, ...rest }: Story & { readonly story: string; readonly channel: string }) {
  return { ...rest, opened_by: openedBy, opened_at: openedAt, last_at: lastAt };
}

async function databaseTime(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]?.now ?? new Date();
}
