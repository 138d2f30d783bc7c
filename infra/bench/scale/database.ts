import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../../../shared/store/embedded.ts';

/** Marks the bench's own statements, which are not counted. */
const OURS = '/* the bench */';

/** A PostgreSQL with its usual settings that counts statements, those that begin and end transactions included. */
export async function startCountingDatabase() {
  const folder = join(tmpdir(), `ackwatch-scale-${randomUUID()}`);
  const first = await startDatabase({ folder });
  await asked(first.url, "alter system set shared_preload_libraries = 'pg_stat_statements'");
  await first.stop();
  const { url, stop } = await startDatabase({ folder });
  await asked(url, 'create extension pg_stat_statements');
  return {
    url,
    /** Begins to count. */
    reset: async () => void (await asked(url, 'select pg_stat_statements_reset()')),
    statements: async () => Number(await asked(url, `select sum(calls) as value from pg_stat_statements ${NOT_OURS}`)),
    /** How many notifications are still to be told. */
    pending: async () =>
      Number(await asked(url, "select count(*) as value from notifications where state = 'pending'")),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const NOT_OURS = `where query not like '${OURS}%' and query not like '%pg_stat_statements%'`;

async function asked(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<{ value?: unknown }>(`${OURS} ${statement}`)).rows[0]?.value;
  } finally {
    await client.end();
  }
}
