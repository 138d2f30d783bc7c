import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { singleConnection } from '../postgres/connection.ts';
import { toStoreError } from '../postgres/failure.ts';
import { MIGRATION_TABLE, MIGRATIONS } from './list.ts';
import { expectCurrentSchema, missingMigrations } from './schema.ts';

/** Building an index on a grown table takes longer than any statement of the event path may. */
const MIGRATION_MS = 5 * 60_000;
const CHECK_MS = 3_000;

/**
 * Brings the tables up to this version and answers which migrations it ran. Several processes may call it at once: one
 * works, the others wait for it. Tables that a newer version made are left as they are.
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  let missing: readonly string[] = [];
  const pool = singleConnection({
    databaseUrl,
    statementTimeoutMs: MIGRATION_MS,
    onOpen: async (query) => void (missing = await missingMigrations(query)),
    now: Date.now,
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  });
  try {
    await db.connection().execute(() => Promise.resolve());
    if (missing.length === 0) return [];
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).map(({ migrationName }) => migrationName);
  } catch (error) {
    throw toStoreError('be migrated', error);
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** Connects once and throws the StoreError that tells what is wrong: no answer, or tables older than this version. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const options = { databaseUrl, statementTimeoutMs: CHECK_MS, onOpen: expectCurrentSchema, now: Date.now };
  const pool = singleConnection(options);
  try {
    (await pool.connect()).release();
  } catch (error) {
    throw toStoreError('answer', error);
  } finally {
    await pool.end();
  }
}
