import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { answers, urlOf } from './running.ts';
import { runAs, type User } from './user.ts';

/** What one server is started with. */
export interface Launch {
  readonly binaries: Binaries;
  readonly user: User;
  readonly home: string;
  readonly data: string;
  readonly port: number;
  readonly password: string;
  readonly fast: boolean;
  /** The home is removed when the server ends. */
  readonly isTemporary: boolean;
}

const START_MS = 60_000;
const STOP_MS = 10_000;

/**
 * The server's keeper: its standard input is a pipe that closes when we end, even by a kill, and then so does the
 * server. PostgreSQL itself would stay behind.
 */
const KEEPER = `
home=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -INT $server; } 2>/dev/null &
wait $server
status=$?
[ -z "$home" ] || rm -rf -- "$home"
exit $status
`;

/** Starts the server and waits until it answers; what it logs is read only when it does not. */
export async function launch(about: Launch): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { binaries, user, home, data, port, password, isTemporary } = about;
  const logFile = join(home, 'server.log');
  const log = await open(logFile, 'w');
  const command = [binaries.postgres, '-D', data, '-p', String(port), ...settings(about)];
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', isTemporary ? home : '', ...command], {
    ...runAs(user),
    detached: true, // Ctrl-C at the terminal is for us: the server must outlive our own farewell
    stdio: ['pipe', log.fd, log.fd],
  });
  const ended = new Promise<void>((resolve) => {
    keeper.once('exit', () => resolve());
    keeper.once('error', () => resolve());
  });
  keeper.unref();
  await log.close();
  const stop = async () => {
    keeper.ref();
    keeper.stdin?.end();
    const tooLong = setTimeout(() => keeper.pid !== undefined && process.kill(-keeper.pid, 'SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(tooLong);
  };
  const url = urlOf(port, password);
  if (await Promise.race([ended.then(() => false), untilItAnswers(url, ended)])) return { url, stop };
  const said = (await readFile(logFile, 'utf8').catch(() => '')).slice(-2_000);
  await stop();
  throw new Error(`Expected PostgreSQL to start, got: ${said === '' ? 'no answer' : said}`);
}

async function untilItAnswers(url: string, ended: Promise<void>): Promise<boolean> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  const until = Date.now() + START_MS;
  while (!isOver && Date.now() < until) {
    if (await answers(url)) return true;
    await pause(30);
  }
  return false;
}

function settings({ fast }: Launch): readonly string[] {
  const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB'];
  const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
  return [...always, ...(fast ? hasty : [])].flatMap((setting) => ['-c', setting]);
}
