import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  type Answer,
  type FunctionDefinition,
  FunctionComputeError,
  type Invocation,
  type Surroundings,
  unhandled,
} from './contract.ts';
import { type Served, startInstance } from './instance.ts';
import { createPool } from './pool.ts';
import { createQueue } from './queue.ts';
import { writeRunner } from './runner-file.ts';
import { signalGroup } from './runner-process.ts';
import { startTimer } from './timer.ts';

/** The stand-in for Function Compute. Calls that it refuses throw FunctionComputeError. */
export interface FunctionCompute {
  /** Waits for the handler's answer. */
  readonly invoke: (name: string, event: string | Uint8Array) => Promise<Answer>;
  /** Takes the call and returns its request id; the function is called at least once, and again where it fails. */
  readonly invokeAsync: (name: string, event: string | Uint8Array) => string;
  /** Asynchronous calls that are not over. */
  readonly pending: () => number;
  /** Process ids of the instances. */
  readonly instances: () => readonly number[];
  readonly stop: () => Promise<void>;
}

/** What runs, as whom, and who is told. */
export interface FunctionComputeOptions extends Surroundings {
  readonly functions: readonly FunctionDefinition[];
  /** Told of every attempt when it is over. */
  readonly onInvocation?: (invocation: Invocation) => void;
  /** An asynchronous call failed for the last time: what a dead-letter queue would get. */
  readonly onGivenUp?: (functionName: string, event: Buffer) => void;
  readonly idleMs?: number;
  /** The pause before an attempt at an asynchronous call, 2 for the first retry. */
  readonly pauseMs?: (attempt: number) => number;
}

const SYNC_BYTES = 32 * 1_024 * 1_024;
const ASYNC_BYTES = 128 * 1_024;
const MAXIMUM_INSTANCES = 10;
const MAXIMUM_RETRIES = 3;
const IDLE_MS = 5 * 60_000;

/** Hosts bundles as Function Compute does: a process per instance, one call at a time, frozen in between. */
export async function startFunctionCompute(options: FunctionComputeOptions): Promise<FunctionCompute> {
  for (const { name, folder } of options.functions) {
    if (!existsSync(`${folder}/index.js`)) throw new Error(`Expected ${folder}/index.js for ${name}: npm run build`);
  }
  const runner = await writeRunner();
  const hosted = new Map(options.functions.map((one) => [one.name, host(one, runner.path, options)]));
  const instances = () => [...hosted.values()].flatMap(({ pids }) => pids());
  // Should this process end without stop(): nobody else would end what is frozen.
  const killAll = () => instances().forEach((pid) => signalGroup(pid, 'SIGKILL'));
  process.once('exit', killAll);
  const find = (name: string): Hosted => {
    const found = hosted.get(name);
    if (found === undefined)
      throw new FunctionComputeError(404, 'FunctionNotFound', `function '${name}' does not exist`);
    return found;
  };
  return {
    invoke: async (name, event) => find(name).invoke(bytesOf(event, SYNC_BYTES)),
    invokeAsync: (name, event) => find(name).invokeAsync(bytesOf(event, ASYNC_BYTES)),
    pending: () => [...hosted.values()].reduce((sum, { pending }) => sum + pending(), 0),
    instances,
    stop: async () => {
      await Promise.all([...hosted.values()].map(({ stop }) => stop()));
      process.off('exit', killAll);
      runner.remove();
    },
  };
}

interface Hosted {
  readonly invoke: (event: Buffer) => Promise<Answer>;
  readonly invokeAsync: (event: Buffer) => string;
  readonly pending: () => number;
  readonly pids: () => readonly number[];
  readonly stop: () => Promise<void>;
}

function host(definition: FunctionDefinition, runner: string, options: FunctionComputeOptions): Hosted {
  const { name: functionName, maximumInstances, maximumRetries, triggers = [] } = definition;
  const pool = createPool({
    start: () => startInstance(runner, definition, options),
    maximum: maximumInstances ?? MAXIMUM_INSTANCES,
    idleMs: options.idleMs ?? IDLE_MS,
    onFree: () => queue.pump(),
  });
  const call = async (request: Pick<Invocation, 'requestId' | 'type' | 'attempt' | 'event'>): Promise<Answer> => {
    const startedAt = new Date();
    const started = performance.now();
    const served = await pool.serve(request.requestId, request.event).catch(notServed);
    const durationMs = performance.now() - started;
    options.onInvocation?.({ ...request, functionName, startedAt, durationMs, ...served });
    return served.answer;
  };
  const queue = createQueue<{ readonly requestId: string; readonly event: Buffer }>({
    hasRoom: pool.hasRoom,
    attempt: async (item, attempt) => (await call({ ...item, type: 'async', attempt })).kind === 'success',
    maximumRetries: maximumRetries ?? MAXIMUM_RETRIES,
    pauseMs: options.pauseMs ?? ((attempt) => 1_000 * 2 ** (attempt - 2)),
    onGivenUp: ({ event }) => options.onGivenUp?.(functionName, event),
  });
  const invokeAsync = (event: Buffer): string => {
    const requestId = randomUUID();
    queue.add({ requestId, event });
    return requestId;
  };
  const timers = triggers.map((trigger) => startTimer(trigger, (body) => invokeAsync(Buffer.from(body))));
  return {
    invoke: async (event) => {
      if (!pool.hasRoom()) throw new FunctionComputeError(429, 'ResourceThrottled', `${functionName} is busy`);
      return call({ requestId: randomUUID(), type: 'sync', attempt: 1, event });
    },
    invokeAsync,
    pending: queue.size,
    pids: pool.pids,
    stop: async () => {
      for (const stopTimer of timers) stopTimer();
      queue.stop();
      await pool.stop();
    },
  };
}

/** The instance could not be started, or its credentials could not be had. */
function notServed(error: unknown): Served {
  const why = error instanceof Error ? error.message : String(error);
  return { answer: unhandled(why), lines: [], coldStart: true };
}

function bytesOf(event: string | Uint8Array, most: number): Buffer {
  const bytes = Buffer.from(event);
  if (bytes.length <= most) return bytes;
  throw new FunctionComputeError(400, 'EntityTooLarge', `payload size exceeds maximum allowed size (${most} bytes)`);
}
