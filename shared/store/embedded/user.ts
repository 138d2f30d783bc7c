import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The account that the server runs under; undefined: the one that runs this process. */
export type User = { readonly uid: number; readonly gid: number } | undefined;

/** How a child process runs as that account. Of the environment nothing is handed on: `PGDATA` and the like mislead. */
export function runAs(user: User) {
  return { ...user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` where there is such an account, else as `nobody`. */
export async function unprivilegedUser(): Promise<User> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  const uid = Number(account?.[2]);
  const gid = Number(account?.[3]);
  if (uid > 0 && gid > 0) return { uid, gid };
  throw new Error('Expected an account postgres or nobody, got none: PostgreSQL does not run as root');
}

/** Whether that account can enter the folder. */
export async function canEnter(folder: string, user: User): Promise<boolean> {
  try {
    await promisify(execFile)('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], runAs(user));
    return true;
  } catch {
    return false;
  }
}
