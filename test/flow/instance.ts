import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../infra/bundle.ts';
import type { FunctionContext } from '../../shared/function-context.ts';
import type { Answer } from '../../shared/receive.ts';
import type { Deployment } from './deployed.ts';

/** Bundles the program of an instance: it starts in a fraction of the time. Gone with the test file. */
export async function buildInstance(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ackwatch-instance-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundle('instance', fileURLToPath(new URL('instance-process.ts', import.meta.url)), folder);
  return join(folder, 'index.js');
}

/** What a process is told at its start. */
export interface Start {
  readonly context: FunctionContext;
  /** It stands still for good where this step begins or ends: `before record`, `after settle`. */
  readonly stopAt?: string;
}

/** What a process says. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly name: string };

/** One instance of the event function: a process of its own. */
export interface Instance {
  readonly pid: number;
  /** What became of one event: the answer, the name of the error that was thrown, or that it stands still. */
  readonly receive: (event: string) => Promise<Said>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** kill -9, and gone when it returns. */
  readonly kill: () => Promise<void>;
}

/** Starts one and waits until it is ready. */
export async function startInstance(
  program: string,
  { environment, context }: Deployment,
  stopAt?: string,
): Promise<Instance> {
  const child = fork(program, {
    execArgv: [],
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const start: Start = { context: context(), ...(stopAt === undefined ? {} : { stopAt }) };
  const isReady = next(child);
  child.send(start);
  await isReady;
  return {
    pid: child.pid ?? 0,
    receive: (event) => {
      const said = next(child);
      child.send(event);
      return said;
    },
    signal: (name) => void child.kill(name),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function next(child: ChildProcess): Promise<Said> {
  return new Promise((resolve) => child.once('message', (said) => resolve(said as Said)));
}
