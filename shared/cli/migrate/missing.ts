import { missingMigrations } from '../../store/migrations/schema.ts';
import { singleConnection } from '../../store/postgres/connection.ts';
import { toStoreError } from '../../store/postgres/failure.ts';

const STATEMENT_MS = 3_000;

/** What the tables lack of this version; changes nothing. Throws StoreError. */
export async function missingIn(databaseUrl: string): Promise<readonly string[]> {
  let missing: readonly string[] = [];
  const pool = singleConnection({
    databaseUrl,
    statementTimeoutMs: STATEMENT_MS,
    onOpen: async (query) => void (missing = await missingMigrations(query)),
    now: Date.now,
  });
  try {
    (await pool.connect()).release();
    return missing;
  } catch (error) {
    throw toStoreError('answer', error);
  } finally {
    await pool.end();
  }
}
