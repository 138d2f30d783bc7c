import { type ChildProcess, spawn } from 'node:child_process';
import { type Answer, unhandled } from './contract.ts';
import { type Lines, readLines } from './lines.ts';
import type { FromRunner, ToRunner } from './protocol.ts';

/** A plain Node process that runs the runner with one bundle. */
export interface RunnerProcess {
  readonly pid: number;
  /** Hands it a message and waits for the answer; a process that takes too long is killed. */
  readonly ask: (message: ToRunner, timeoutMs: number) => Promise<Answer>;
  readonly takeLines: () => readonly string[];
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly isAlive: () => boolean;
  readonly kill: () => Promise<void>;
  /** Resolves when it is gone and all that it wrote was read. */
  readonly gone: Promise<unknown>;
}

/** Starts it in a process group of its own: Ctrl-C is for the host, and what a function starts is frozen with it. */
export function launch(runner: string, folder: string, env: Readonly<Record<string, string>>): RunnerProcess {
  const child = spawn(process.execPath, [runner, `${folder}/index.js`], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env,
  });
  const pid = child.pid ?? 0;
  const lines = readLines([child.stdout, child.stderr].filter((stream) => stream !== null));
  const closed = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  let isDoomed = false;
  const kill = async (): Promise<void> => {
    isDoomed = true;
    signalGroup(pid, 'SIGKILL');
    await closed;
  };
  return {
    pid,
    ask: (message, timeoutMs) => ask({ child, lines, closed, kill }, message, timeoutMs),
    takeLines: lines.take,
    freeze: () => signalGroup(pid, 'SIGSTOP'),
    thaw: () => signalGroup(pid, 'SIGCONT'),
    isAlive: () => !isDoomed && child.exitCode === null && child.signalCode === null,
    kill,
    gone: closed,
  };
}

interface Talk {
  readonly child: ChildProcess;
  readonly lines: Lines;
  readonly closed: Promise<string>;
  readonly kill: () => Promise<void>;
}

async function ask({ child, lines, closed, kill }: Talk, message: ToRunner, timeoutMs: number): Promise<Answer> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void kill();
  }, timeoutMs);
  const died = closed.then((how) =>
    isLate
      ? unhandled(`Function timed out after ${timeoutMs / 1_000} seconds`)
      : unhandled(`Process exited unexpectedly before completing request (${how})`),
  );
  const answered = answerOf(child, lines, message.requestId);
  child.send(message, () => undefined); // that it could not be handed over is told by `died`
  try {
    return await Promise.race([answered, died]);
  } finally {
    clearTimeout(timer);
  }
}

async function answerOf(child: ChildProcess, lines: Lines, requestId: string): Promise<Answer> {
  const { ok, payload } = await new Promise<FromRunner>((resolve) => {
    const listen = (message: unknown): void => {
      const answer = message as FromRunner; // our own runner's
      if (answer.requestId !== requestId) return;
      child.off('message', listen);
      resolve(answer);
    };
    child.on('message', listen);
  });
  await lines.ended(requestId);
  const bytes = Buffer.from(payload);
  if (ok) return { kind: 'success', payload: bytes };
  return { kind: 'error', errorType: 'HandledInvocationError', payload: bytes };
}

/** Sends it to the process and to everything that it started. */
export function signalGroup(pid: number, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
  try {
    if (pid > 0) process.kill(-pid, signal);
  } catch {
    // it is gone already
  }
}
