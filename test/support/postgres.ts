import { createServer, type Server } from 'node:http';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type LocalDatabase, startDatabase } from '../../shared/store/embedded.ts';
import { migrate } from '../../shared/store/migrations/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the address of the database to copy; asking starts the server of this run. */
    databaseDoor: string;
  }
}

/** The database that every other one is copied from: it has the tables and no rows. */
const TEMPLATE = 'ackwatch_template';

let door: Server | undefined;
let server: Promise<LocalDatabase & { readonly template: string }> | undefined;

/** One PostgreSQL server for the whole run, started only when the first test asks for it. */
export async function setup(project: TestProject): Promise<void> {
  door = createServer((_, response) => {
    server ??= start();
    server.then(
      ({ template }) => response.end(template),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await listening(door);
  project.provide('databaseDoor', `http://127.0.0.1:${port}/`);
}

/** Ends it with the run. */
export async function teardown(): Promise<void> {
  door?.close();
  await (await server?.catch(() => undefined))?.stop();
}

async function start() {
  const started = await startDatabase({ fast: true });
  const client = new pg.Client(started.url);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = started.url.replace(/[^/]*$/u, TEMPLATE);
  await migrate(template);
  return { ...started, template };
}

function listening(waiting: Server): Promise<number> {
  return new Promise((resolve) => {
    waiting.listen(0, '127.0.0.1', () => {
      const address = waiting.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
