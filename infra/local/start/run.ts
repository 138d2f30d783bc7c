import { timerBody } from '../function-compute/timer.ts';
import type { StartOptions } from './options.ts';
import { playAll, type Surroundings } from './play-all.ts';
import type { Reporter } from './reporter.ts';
import { sectionsOf } from './scenario/sections.ts';
import { type Stack, startStack } from './stack.ts';
import { watchChanges } from './watch-changes.ts';

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
