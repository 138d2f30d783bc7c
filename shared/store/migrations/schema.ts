import { type Query } from '../postgres/connection.ts';
import { outdated } from '../postgres/failure.ts';
import { MIGRATION_TABLE, MIGRATIONS } from './list.ts';

/** The migrations that were not run yet; those of a newer version do not matter. */
export async function missingMigrations(query: Query): Promise<readonly string[]> {
  const [table] = await query(`select to_regclass('${MIGRATION_TABLE}') is not null as exists`);
  const rows = table?.['exists'] === true ? await query(`select name from ${MIGRATION_TABLE}`) : [];
  const run = rows.map(({ name }) => name);
  return Object.keys(MIGRATIONS).filter((name) => !run.includes(name));
}

/** Throws the StoreError that says what to do when the tables are older than this version. */
export async function expectCurrentSchema(query: Query): Promise<void> {
  if ((await missingMigrations(query)).length > 0) throw outdated();
}
