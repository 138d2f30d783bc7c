import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { createCluster, passwordOf } from './embedded/cluster.ts';
import { openHome } from './embedded/home.ts';
import { runningOn } from './embedded/running.ts';
import { launch } from './embedded/server.ts';
import { unprivilegedUser } from './embedded/user.ts';

/** A PostgreSQL server on this machine. `stop` ends it, unless another process started it on the same folder. */
export interface LocalDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** `folder`: where the data stay; without it they go with the server. `fast`: gives up safety against a power cut. */
export interface LocalDatabaseOptions {
  readonly folder?: string;
  readonly fast?: boolean;
}

const TRIES = 5;

/**
 * Starts the PostgreSQL that comes from npm on a free port, or joins the one that another process runs on the folder.
 * The server ends with this process, however it ends. Needs a POSIX shell.
 */
export async function startDatabase({ folder, fast = false }: LocalDatabaseOptions = {}): Promise<LocalDatabase> {
  const user = await unprivilegedUser();
  const binaries = await findBinaries(user);
  const home = await openHome(folder, user);
  const data = join(home, 'data');
  if (!(await exists(data))) await createCluster({ binaries, user, home, data, fast });
  const password = await passwordOf(data);
  for (let tried = 1; ; tried += 1) {
    const running = await runningOn(data, password);
    if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
    try {
      const port = await freePort();
      return await launch({ binaries, user, home, data, port, password, fast, isTemporary: folder === undefined });
    } catch (error) {
      if (tried === TRIES) throw error;
      await pause(200); // another process took the port or the folder in the meantime: look again
    }
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
