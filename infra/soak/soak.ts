import { setTimeout as pause } from 'node:timers/promises';
import { timerBody } from '../local/function-compute/timer.ts';
import { type Stack, startStack } from '../local/start/stack.ts';
import { stormOf } from './events.ts';
import { type Expected, type Figures, figuresOf } from './figures.ts';

/** How much of a storm. */
export interface Soak {
  /** Events at once, then one a second for so many minutes. */
  readonly burst: number;
  readonly minutes: number;
  readonly say: (line: string) => void;
}

/** As many instances of the event function at a time. */
const PROCESSES = 4;
const PATIENCE_MS = 60_000;
/** After the last event everything is to be told within this time. */
const LAST_MS = 5 * 60_000;

/** Runs ackwatch as it is deployed, in real time, through a storm and what follows it. */
export async function soak({ burst, minutes, say }: Soak): Promise<Figures> {
  const stack = await startStack({ port: 0, language: 'en', all: false, progress: say, problem: say });
  const [robot] = stack.groups.robots;
  try {
    if (robot === undefined) throw new Error('Expected a group with its robot');
    await stack.host.invoke('sweep', timerBody({ name: 'sweep', cronExpression: '' }, new Date()));
    const storm = stormOf(stack.demo);
    const expected: Expected[] = [];
    const one = async (index: number): Promise<void> => void expected.push(...(await given(stack, storm(index))));
    say(`${burst} events over three clusters, ${PROCESSES} at a time`);
    const burstAt = new Date();
    await Promise.all(
      Array.from({ length: PROCESSES }, async (_, process) => {
        for (let index = process; index < burst; index += PROCESSES) await one(index);
      }),
    );
    say(
      `decided in ${((Date.now() - burstAt.getTime()) / 1_000).toFixed(1)} s; now one event a second for ${minutes} minutes`,
    );
    for (let index = 0; index < minutes * 60; index += 1) await Promise.all([one(burst + index), pause(1_000)]);
    say('waiting until everything is told');
    const until = Date.now() + LAST_MS;
    while (figuresOf(expected, robot).missing.length > 0 && Date.now() < until) await pause(5_000);
    return figuresOf(expected, robot);
  } finally {
    await stack.stop();
  }
}

/** The findings that an event gives, as far as somebody is to be told. */
async function given({ decisions }: Stack, eventId: string): Promise<readonly Expected[]> {
  const at = new Date();
  const decided = await decisions.first((one) => one.eventId === eventId, PATIENCE_MS);
  return (decided?.findings ?? []).filter(({ isAlert }) => isAlert).map(({ id }) => ({ id, at }));
}
