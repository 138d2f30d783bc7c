import { setTimeout } from 'node:timers/promises';
import { timerBody } from '../function-compute/timer.ts';
import type { StartOptions } from './options.ts';
import { play } from './play.ts';
import type { Reporter } from './reporter.ts';
import { type Section, sectionsOf } from './scenario/sections.ts';
import { type Stack, startStack } from './stack.ts';
import type { Played } from './step.ts';
import { watchChanges } from './watch-changes.ts';

/** What a run needs of its process. */
export interface Surroundings {
  readonly reporter: Reporter;
  /** Aborted when the person wants to end it. */
  readonly signal: AbortSignal;
  /** Milliseconds since the process began. */
  readonly elapsed: () => number;
}

/** Starts everything, plays the scenario, stays up unless told otherwise. Returns the exit code. */
export async function run(options: StartOptions, { reporter, signal, elapsed }: Surroundings): Promise<number> {
  const stack = await startStack({ ...options, ...reporter });
  const end = () => void stack.stop();
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    await collect(stack, reporter);
    const all = await playAll(stack, sectionsOf(stack.demo, options.all), { reporter, signal, elapsed });
    if (!options.once && !signal.aborted) await watchChanges(stack, reporter, signal);
    return all.every(({ isAsExpected }) => isAsExpected) ? 0 : 1;
  } finally {
    await stack.stop();
  }
}

/** One sweep, as the timer would call it. */
async function collect({ host }: Stack, reporter: Reporter): Promise<void> {
  const started = performance.now();
  const { kind, payload } = await host.invoke('sweep', timerBody({ name: 'sweep', cronExpression: '' }, new Date()));
  if (kind === 'error') throw new Error(`The sweep failed: ${payload.toString()}`);
  const { clusters, resources } = JSON.parse(payload.toString()) as Readonly<Record<string, number>>;
  reporter.progress(`Inventory collected: ${clusters} clusters, ${resources} resources`, performance.now() - started);
}

async function playAll(
  stack: Stack,
  sections: readonly Section[],
  { reporter, signal, elapsed }: Surroundings,
): Promise<readonly Played[]> {
  const all: Played[] = [];
  let firstAlertSeconds: number | undefined;
  for (const [title, steps, isCrowded] of sections) {
    if (isCrowded === true) await aMinute(reporter, signal);
    reporter.section(title);
    for (const step of steps) {
      if (signal.aborted) return all;
      const played = await play(step, stack);
      all.push(played);
      if (played.message !== undefined) firstAlertSeconds ??= elapsed() / 1_000;
      reporter.played(played, all.length);
    }
  }
  reporter.section('Summary');
  reporter.summary(all, firstAlertSeconds);
  reporter.note(
    `${stack.robot.messages.length} messages in the group, ${stack.mailbox.messages.length} in the mailbox.`,
  );
  return all;
}

/** A post counts for a minute and for what it may take to arrive. */
const PAUSE_MS = 65_000;

/** A group takes so many messages a minute; what comes on top is gathered into digests, and nobody sees the alerts. */
async function aMinute(reporter: Reporter, signal: AbortSignal): Promise<void> {
  reporter.note('A pause of a good minute: the robot of a group takes twenty messages in one.');
  await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => undefined);
}
