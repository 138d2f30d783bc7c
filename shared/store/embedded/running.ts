import { readFile, readlink, realpath, unlink } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ROLE } from './cluster.ts';

const WAIT_MS = 10_000;

/** The address of the server that runs on the data folder already; undefined when there is none. */
export async function runningOn(data: string, password: string): Promise<string | undefined> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const [pid, , , port] = await linesOf(join(data, 'postmaster.pid'));
    if (pid === undefined || port === undefined) return undefined;
    const url = urlOf(Number(port), password);
    if (await answers(url)) return url;
    if (!(await isServerOf(data, Number(pid)))) return undefined;
    if (Date.now() > until) throw new Error(`Expected the server on ${data} to start or end, got neither in time`);
    await pause(100);
  }
}

/** The address of a local server. */
export function urlOf(port: number, password: string): string {
  return `postgres://${ROLE}:${password}@127.0.0.1:${port}/postgres`;
}

/** Whether a server answers there and takes the password. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A killed server leaves its process id behind, and the system may have given that id to another program by now; then
 * PostgreSQL would refuse to start, so the stale file is removed. Where nobody can tell, PostgreSQL decides.
 */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (platform() !== 'linux') return false;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder !== undefined && folder === (await realpath(data))) return true;
  const [stillPid] = await linesOf(join(data, 'postmaster.pid'));
  if (Number(stillPid) === pid) await unlink(join(data, 'postmaster.pid')).catch(() => undefined);
  return false;
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
