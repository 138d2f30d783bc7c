import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

/** The address of a database of its own for this test, gone when the test is over. `empty`: without tables. */
export async function freshDatabase(about: { readonly empty?: boolean } = {}): Promise<string> {
  const { url, drop } = await createDatabase(about);
  onTestFinished(drop);
  return url;
}

let emptied: Promise<string> | undefined;

/**
 * The address of the one database of this test file, without any rows. Cheaper than a fresh one: for tests that do
 * nothing to tables and sessions, one after the other.
 */
export async function emptyDatabase(): Promise<string> {
  emptied ??= createDatabase().then(({ url }) => url);
  const url = await emptied;
  await query(url, EMPTY);
  return url;
}

/** Foreign keys are not looked at: everything goes. */
const EMPTY = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'ackwatch_migration%' loop
      execute format('delete from %I', name);
    end loop;
  end $$`;

/** A database for a whole file: whoever creates it drops it, or the end of the run does. */
export async function createDatabase({ empty = false }: { readonly empty?: boolean } = {}) {
  const answer = await fetch(inject('databaseDoor'));
  const template = await answer.text();
  if (!answer.ok) throw new Error(template);
  const [, copied] = /([^/]*)$/u.exec(template) ?? [];
  const server = nameIn(template, 'postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `create database ${name} template ${empty ? 'template0' : copied} strategy file_copy`);
  const drop = async () => void (await query(server, `drop database if exists ${name} with (force)`));
  return { url: nameIn(template, name), drop };
}

function nameIn(url: string, database: string): string {
  return url.replace(/[^/]*$/u, database);
}

/** Runs one statement on a connection of its own. */
export async function query(
  databaseUrl: string,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, [...parameters])).rows;
  } finally {
    await client.end();
  }
}
