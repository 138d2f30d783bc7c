import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { runAs, type User } from './user.ts';

/** The superuser of a local server. */
export const ROLE = 'ackwatch';

const PASSWORD_FILE = 'ackwatch.password';

/** Creates the data folder under another name first: a start that is killed half-way leaves nothing that looks whole. */
export async function createCluster({
  binaries,
  user,
  home,
  data,
  fast,
}: {
  readonly binaries: Binaries;
  readonly user: User;
  readonly home: string;
  readonly data: string;
  readonly fast: boolean;
}): Promise<void> {
  const fresh = await mkdtemp(join(home, 'new-'));
  const passwordFile = `${fresh}.password`;
  try {
    await writeFile(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (user !== undefined) await Promise.all([fresh, passwordFile].map((path) => chown(path, user.uid, user.gid)));
    const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', ...(fast ? ['--no-sync'] : [])];
    const files = [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`];
    await promisify(execFile)(binaries.initdb, [`--username=${ROLE}`, ...files, ...flags], runAs(user));
    await rename(passwordFile, join(fresh, PASSWORD_FILE));
    await rename(fresh, data).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // else another process was faster
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/** The password that the data folder was created with. */
export async function passwordOf(data: string): Promise<string> {
  return (await readFile(join(data, PASSWORD_FILE), 'utf8')).trim();
}
