import { sql } from 'kysely';
import type { Automation, Suppression } from '../../model/exception.ts';
import type { Store } from '../store.ts';
import { json, key } from './text.ts';
import type { Units } from './units.ts';
import { writeDown } from './write-audit.ts';

type Kept = 'exceptions' | 'suppress' | 'declare' | 'endException';

/** What people declared on the review page; what the configuration declares is not kept here. */
export function exceptions({ run, transact }: Units): Pick<Store, Kept> {
  return {
    exceptions: (accountId) =>
      run('read what was declared', async (db) => {
        const suppressions = await sql<Suppression>`
          select id, what, why, by_name as by, from_time as "from", until_time as until from suppressions
          where account_id = ${key(accountId)} and ended_at is null and until_time > now() - interval '1 day'
          order by created_at, id
        `.execute(db);
        const automation = await sql<Omit<Automation, 'actor'> & { readonly actor: string }>`
          select id, actor, clusters, rows, why, by_name as by from automation
          where account_id = ${key(accountId)} and ended_at is null
          order by created_at, id
        `.execute(db);
        return {
          suppressions: suppressions.rows,
          automation: automation.rows.map((row) => ({ ...row, actor: actorOf(row.actor) })),
        };
      }),
    suppress: (accountId, { id, what, why, by, from, until }) =>
      transact('keep a suppression', async (db) => {
        await sql`
          insert into suppressions (id, account_id, what, why, by_name, from_time, until_time)
          values (${id}, ${key(accountId)}, ${json(what)}, ${why}, ${by}, ${from}::timestamptz, ${until}::timestamptz)
          on conflict (id) do nothing
        `.execute(db);
        await writeDown(db, 'exception', id, { what, why, by, from, until });
      }),
    declare: (accountId, { id, actor, clusters, rows, why, by }) =>
      transact('keep what automation may do', async (db) => {
        await sql`
          insert into automation (id, account_id, actor, clusters, rows, why, by_name)
          values (${id}, ${key(accountId)}, ${`${actor.type} ${actor.name}`}, ${clusters}::text[], ${rows}::text[], ${why}, ${by})
          on conflict (id) do nothing
        `.execute(db);
        await writeDown(db, 'exception', id, { actor, clusters, rows, why, by });
      }),
    endException: (id) =>
      transact('end an exception', async (db) => {
        for (const table of ['suppressions', 'automation']) {
          await sql`update ${sql.table(table)} set ended_at = now() where id = ${id} and ended_at is null`.execute(db);
        }
        await writeDown(db, 'exception', id, { ended: true });
      }),
  };
}

function actorOf(text: string): Automation['actor'] {
  const [type = '', ...name] = text.split(' ');
  return { type, name: name.join(' ') };
}
