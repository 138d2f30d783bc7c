import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pRetry from 'p-retry';
import { singleConnection, type ConnectionOptions } from './connection.ts';
import { isConflict, isLost, toStoreError } from './failure.ts';
import type { Tables } from './tables.ts';

/** What statements are written against: the connection, or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** Units of work; what each does goes into the error: "Expected the database to …". */
export interface Units {
  /** One statement, or several that need not stand together. */
  readonly run: <T>(what: string, work: (db: Db) => Promise<T>) => Promise<T>;
  /** Several statements, all of them or none. Holds no call to the network. */
  readonly transact: <T>(what: string, work: (db: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const RETRIES = 5;

/**
 * Units over one connection. A unit that lost against another is run again, up to five times; one whose connection
 * went away, once. All of them may be run twice: what cannot be told to have been committed is written so.
 */
export function openUnits(options: ConnectionOptions): Units {
  const dialect = new PostgresDialect({ pool: singleConnection(options) });
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return {
    run: (what, work) => retried(what, () => work(db)),
    transact: (what, work) => retried(what, () => db.transaction().execute(work)),
    close: () => retried('close the connection', () => db.destroy()),
  };
}

async function retried<T>(what: string, work: () => Promise<T>): Promise<T> {
  let timesLost = 0;
  try {
    return await pRetry(work, {
      retries: RETRIES,
      minTimeout: 10,
      maxTimeout: 200,
      randomize: true,
      shouldRetry: ({ error }) => {
        if (isConflict(error)) return true;
        if (!isLost(error)) return false;
        timesLost += 1;
        return timesLost === 1;
      },
    });
  } catch (error) {
    throw toStoreError(what, error);
  }
}
