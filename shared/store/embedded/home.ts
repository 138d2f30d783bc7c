import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canEnter, type User } from './user.ts';

/**
 * The folder that holds the data. Below a folder that the server's account cannot enter (a checkout in root's home),
 * one of the same standing among the temporary files takes its place, the same one every time.
 */
export async function openHome(folder: string | undefined, user: User): Promise<string> {
  if (folder === undefined) return given(await mkdtemp(join(await temporaryFolder(user), 'ackwatch-database-')), user);
  const wanted = resolve(folder);
  await made(wanted, user);
  if (user === undefined || (await canEnter(wanted, user))) return wanted;
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  return made(join(await temporaryFolder(user), `ackwatch-database-of-${name}`), user);
}

/** The system's folder for temporary files, as far as the server's account can enter it. */
export async function temporaryFolder(user: User): Promise<string> {
  return (await canEnter(tmpdir(), user)) ? tmpdir() : '/tmp';
}

async function made(folder: string, user: User): Promise<string> {
  const created = await mkdir(folder, { recursive: true });
  return created === undefined ? folder : given(folder, user);
}

async function given(folder: string, user: User): Promise<string> {
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
}
