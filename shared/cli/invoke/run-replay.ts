import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CloudError, ConfigError } from '../../errors.ts';
import { EXIT, type Exit, type Terminal } from '../command.ts';
import type { Progress } from '../progress.ts';
import type { Invoker } from './invoker.ts';
import { filesIn, recordedIn } from './recorded.ts';

/** What is sent where. Without an invoker nothing is. */
export interface Replay {
  readonly files: readonly string[];
  readonly invoker: Pick<Invoker, 'invokeAsync'> | undefined;
  readonly functionName: string;
  readonly perSecond: number;
  readonly progress: Progress;
}

/** Function Compute takes no larger asynchronous event. */
const MOST_BYTES = 128 * 1_024;

/** The files under a path. Throws ConfigError where there are none. */
export function filesToReplay(path: string): readonly string[] {
  try {
    const files = filesIn(path);
    if (files.length > 0) return files;
  } catch (error) {
    throw new ConfigError(`Expected a file or folder, got ${path}`, { cause: error });
  }
  throw new ConfigError(`Expected .json, .jsonl or .log files in ${path}`);
}

/** Sends every event once, in order, no faster than asked. Ends early on Ctrl-C, and when the function cannot be called. */
export async function runReplay(replay: Replay, isJson: boolean, { out, err, signal }: Terminal): Promise<Exit> {
  const { files } = replay;
  const counts = { events: 0, sent: 0, duplicate: 0, unreadable: 0, tooLarge: 0 };
  try {
    await sendAll(replay, counts, err, signal);
  } finally {
    out(isJson ? JSON.stringify({ files: files.length, ...counts }) : summary(files.length, counts));
  }
  if (signal.aborted) return EXIT.interrupted;
  return counts.unreadable + counts.tooLarge > 0 ? EXIT.found : EXIT.ok;
}

type Counts = Record<'events' | 'sent' | 'duplicate' | 'unreadable' | 'tooLarge', number>;

async function sendAll(replay: Replay, counts: Counts, err: Terminal['err'], signal: AbortSignal): Promise<void> {
  const { files, progress, perSecond } = replay;
  const wait = paceOf(perSecond);
  for (const [index, file] of files.entries()) {
    for (const item of recordedIn(file, new Date())) {
      if (signal.aborted) return;
      if (item.kind === 'set-aside') {
        counts.unreadable += 1;
        err(`${file}: ${item.reason}`);
        continue;
      }
      counts.events += 1;
      const outcome = await send(JSON.stringify(item.event.raw), item.event, replay, wait);
      if (outcome !== 'kept') counts[outcome] += 1;
      progress.show(`${counts.events} events, file ${index + 1} of ${files.length}`, index / files.length);
    }
  }
}

async function send(
  text: string,
  event: { readonly accountId: string; readonly region: string; readonly id: string },
  { invoker, functionName }: Replay,
  wait: () => Promise<void>,
): Promise<'sent' | 'duplicate' | 'tooLarge' | 'kept'> {
  if (Buffer.byteLength(text) > MOST_BYTES) return 'tooLarge';
  if (invoker === undefined) return 'kept';
  await wait();
  // The same event has the same task wherever it is read from: sent twice, it is refused.
  const key = JSON.stringify([event.accountId, event.region, event.id]);
  const task = `replay-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  return (await patiently(() => invoker.invokeAsync(functionName, text, task))) === 'accepted' ? 'sent' : 'duplicate';
}

/** Being told that it is too fast ends nothing. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let pauseMs = 500; ; pauseMs *= 2) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CloudError) || error.status !== 429 || pauseMs > 8_000) throw error;
      await pause(pauseMs);
    }
  }
}

function paceOf(perSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = Date.now();
    const at = Math.max(next, now);
    next = at + 1_000 / perSecond;
    if (at > now) await pause(at - now);
  };
}

function summary(files: number, counts: Counts): string {
  const { events, sent, duplicate, unreadable, tooLarge } = counts;
  return [
    `${events} events in ${files} files: ${sent} sent, ${duplicate} sent before`,
    `${unreadable} unreadable, ${tooLarge} larger than 128 KB`,
  ].join(', ');
}
