import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Client } from 'pg';
import { endsConnection, toStoreError } from './failure.ts';
import { storableParameter } from './text.ts';

/** How one connection is opened. */
export interface ConnectionOptions {
  readonly databaseUrl: string;
  readonly statementTimeoutMs: number;
  /** Called once for each new connection, before its first statement. */
  readonly onOpen?: (query: Query) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Runs one statement on a connection that is not Kysely's yet. */
export type Query = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const CONNECT_MS = 2_000;
/** How much longer than the server's own limit we wait for its answer. */
const GRACE_MS = 1_000;
/** A frozen instance wakes up with a socket that the network has long forgotten. */
const IDLE_MS = 10_000;
const CHECK_MS = 500;

/**
 * One connection that is opened at the first query, checked after idling and replaced when it broke; whoever comes
 * while it is in use waits for its turn.
 */
export function singleConnection(options: ConnectionOptions): PostgresPool {
  let client: Client | undefined;
  let usedAt = 0;
  let turn = Promise.resolve();
  let isClosed = false;
  const drop = (broken: Client) => {
    if (client === broken) client = undefined;
    broken.end().catch(() => undefined);
  };
  const living = async (): Promise<Client> => {
    if (isClosed) throw new Error('The store was closed');
    if (client && options.now() - usedAt > IDLE_MS && !(await isAlive(client))) drop(client);
    client ??= await opened(options, drop);
    return client;
  };
  const borrowed = (current: Client, leave: () => void): PostgresPoolClient => ({
    query: queryOn(current, drop),
    release: (isBroken) => {
      if (isBroken === true) drop(current);
      usedAt = options.now();
      leave();
    },
  });
  return {
    connect: async () => {
      const before = turn;
      let leave: () => void = () => undefined;
      turn = new Promise((resolve) => (leave = resolve));
      await before;
      try {
        return borrowed(await living(), leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    end: async () => {
      isClosed = true;
      await turn;
      await client?.end();
      client = undefined;
    },
  };
}

/** How Kysely asks. It knows two signatures; the one with a cursor is for streams, which nobody opens here. */
function queryOn(client: Client, drop: (client: Client) => void): PostgresPoolClient['query'] {
  function query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(statement: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('Expected a statement, got a cursor');
    return client.query(statement, parameters.map(storableParameter)).catch((error: unknown) => {
      if (endsConnection(error)) drop(client);
      throw error;
    });
  }
  return query;
}

async function opened({ databaseUrl, statementTimeoutMs, onOpen }: ConnectionOptions, drop: (client: Client) => void) {
  const { Client } = await import('pg');
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: statementTimeoutMs + GRACE_MS,
    application_name: 'ackwatch',
    keepAlive: true,
  });
  client.on('error', () => drop(client));
  try {
    await client.connect();
    await client.query(
      `set statement_timeout = ${statementTimeoutMs}; set idle_in_transaction_session_timeout = ${2 * statementTimeoutMs}`,
    );
    await onOpen?.(async (statement) => (await client.query<Record<string, unknown>>(statement)).rows);
    return client;
  } catch (error) {
    drop(client);
    throw toStoreError('open a connection', error);
  }
}

async function isAlive(client: Client): Promise<boolean> {
  const answer = client.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, pause(CHECK_MS, false)]);
}
