import { setTimeout as pause } from 'node:timers/promises';
import type { Instance } from '../instance.ts';
import type { ScaleStage } from './stage.ts';
import { type Kind, kindAt, streamOf } from './stream.ts';
import { sweepOnce } from './sweep.ts';

/** How much of everything. */
export interface Scale {
  readonly events: number;
  readonly clusters: number;
}

/** What it took. */
export interface ScaleFigures extends Scale {
  readonly eventsPerSecond: number;
  readonly sweepCalls: number;
  readonly statements: number;
  readonly eventCalls: number;
  readonly messages: number;
}

/** As many instances of the event function; each takes one event at a time, as s.yaml leaves it. */
const INSTANCES = 4;
/** How often the deliver function runs. */
const MINUTE_MS = 60_000;
const MOST_MINUTES = 10;

/** What each kind of event must come to: else the bench would count something else than it says. */
const ANSWERS: Readonly<Record<Kind, RegExp>> = {
  'not-risky': /"reason":"not-risky"/u,
  'ack-itself': /"reason":"ack-itself"/u,
  'not-owned': /"reason":"not-owned"/u,
  risky: /"isAlert":true/u,
};

/**
 * Sweeps, then hands the stream to the instances while the deliver function runs at its pace. `drained` comes to an end
 * with the last message.
 */
export async function runScale(stage: ScaleStage, { events, clusters }: Scale, everyMs = MINUTE_MS) {
  const { account, cloud, database, robot } = stage;
  const sweep = await sweepOnce(account, database.url);
  await database.reset();
  cloud.calls.length = 0;
  const timer = startTimer(stage.start('deliver'), everyMs);
  const drain = async (eventsPerSecond: number): Promise<ScaleFigures> => {
    try {
      await untilTold(database, everyMs);
    } finally {
      await timer.stop();
    }
    const statements = await database.statements();
    const counted = { statements, eventCalls: cloud.calls.length, messages: robot.messages() };
    return { events, clusters, eventsPerSecond, sweepCalls: sweep.length, ...counted };
  };
  try {
    const drained = drain(events / (await secondsOf(stage, events)));
    drained.catch(() => undefined); // told where it is waited for
    return { drained };
  } catch (error) {
    await timer.stop();
    throw error;
  }
}

/** How long the instances take for the whole stream. */
async function secondsOf(stage: ScaleStage, events: number): Promise<number> {
  const instances = Array.from({ length: INSTANCES }, () => stage.start('actiontrail'));
  try {
    const begun = performance.now();
    await Promise.all(shared(streamOf(stage.account), events, instances));
    return (performance.now() - begun) / 1_000;
  } finally {
    await Promise.all(instances.map((instance) => instance.end()));
  }
}

async function untilTold(database: ScaleStage['database'], everyMs: number): Promise<void> {
  const until = Date.now() + MOST_MINUTES * everyMs;
  while ((await database.pending()) > 0) {
    if (Date.now() > until) throw new Error(`Expected everything to be told within ${MOST_MINUTES} rounds`);
    await pause(everyMs / 20);
  }
}

/** Whoever is free takes the next event. */
function shared(eventAt: (index: number) => string, events: number, instances: readonly Instance[]) {
  let next = 0;
  return instances.map(async (instance) => {
    while (next < events) {
      const index = next++;
      const answer = await instance.ask(eventAt(index));
      const expected = ANSWERS[kindAt(index)];
      if (!expected.test(answer)) throw new Error(`Expected ${expected.source} of event ${index}, got ${answer}`);
    }
  });
}

/** Calls the deliver function at its pace, never twice at a time. */
function startTimer(deliver: Instance, everyMs: number) {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => deliver.ask('{}'));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await deliver.end();
    },
  };
}
