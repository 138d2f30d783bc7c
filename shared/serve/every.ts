/** A task that is done again and again. */
export interface Repeated {
  /** Resolves when the run in hand is over and no other begins. */
  readonly ended: Promise<void>;
}

/** What is repeated, how often, and until when. */
export interface Repetition {
  readonly name: string;
  readonly everyMs: number;
  readonly task: () => Promise<unknown>;
  readonly signal: AbortSignal;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Resolves when all are over, or some time after the signal: nobody waits long for what is in hand then. */
export async function untilEnded(all: readonly Repeated[], signal: AbortSignal, graceMs: number): Promise<void> {
  const ended = Promise.all(all.map((one) => one.ended));
  const lost = new AbortController();
  const givenUp = new Promise<void>((resolve) => {
    const wait = (): void => void pause(graceMs, lost.signal).then(resolve);
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
  await Promise.race([ended, givenUp]);
  lost.abort();
}

/**
 * Runs the task now and then every so often, one run at a time: a long one lets the next wait. A failure is told and the
 * next run comes all the same.
 */
export function repeat({ name, everyMs, task, signal, log }: Repetition): Repeated {
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const started = Date.now();
      try {
        await task();
      } catch (error) {
        log(`${name} failed`, { why: error instanceof Error ? error.message : String(error) });
      }
      await pause(Math.max(0, everyMs - (Date.now() - started)), signal);
    }
  };
  return { ended: loop() };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
