import type { Config } from '../../config.ts';
import { missingIn } from '../migrate/missing.ts';
import { fail, type Line, pass, skip } from './check.ts';

/** Whether the database answers and its tables are of this version. */
export async function checkDatabase({ databaseUrl }: Config): Promise<readonly Line[]> {
  if (databaseUrl === undefined) {
    return [skip('database: DATABASE_URL is not set: only the event path would work, without earlier state')];
  }
  try {
    const missing = await missingIn(databaseUrl);
    if (missing.length === 0) return [pass('database: it answers, and the tables are up to date')];
    return [fail(`database: the tables lack ${missing.join(', ')}`, 'ackwatch migrate')];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [fail(`database: ${why}`, 'Check DATABASE_URL, the password, and who may connect (whitelist, VPC).')];
  }
}
