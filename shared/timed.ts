import { ConfigError } from './errors.ts';
import type { FunctionContext } from './function-context.ts';
import { deliver } from './notify/outbox.ts';
import { openWorld } from './open.ts';
import { reinspect } from './reinspect.ts';
import { catalogue } from './rules/catalogue.ts';
import { openStore } from './store/postgres.ts';
import { surroundingsOf } from './surroundings.ts';
import { sweep, type SweepReport } from './sweep.ts';

/** What the timers call. */
export interface Timed {
  readonly sweep: () => Promise<SweepReport>;
  readonly deliver: () => Promise<{ readonly delivered: number; readonly retried: number; readonly abandoned: number }>;
}

const SWEEP_MS = 8 * 60_000;
const DUE_AT_A_TIME = 100;
const INSPECTIONS_AT_A_TIME = 20;

/** The timers' side. The world is opened by the first call; a wrong configuration may be put right before the next. */
export function openTimed(context: () => FunctionContext, environment = process.env): Timed {
  let opened: ReturnType<typeof open> | undefined;
  const world = async () => {
    opened ??= open(context, environment);
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
  return { sweep: async () => (await world()).sweep(), deliver: async () => (await world()).deliver() };
}

/** Timers need a database: without one there is nothing to collect into or to send from. */
async function open(context: () => FunctionContext, environment: NodeJS.ProcessEnv): Promise<Timed> {
  const surroundings = await surroundingsOf(context, environment);
  const { config, accountId, now, log } = surroundings;
  if (config.databaseUrl === undefined) {
    throw new ConfigError('Expected DATABASE_URL to be set: sweep and deliver need a database');
  }
  const store = openStore({ databaseUrl: config.databaseUrl, migrate: true });
  const { world, cloud, channels, routing, regions } = openWorld(surroundings, store);
  return {
    sweep: () => sweep({ store, cloud, world, accountId, regions, now, deadline: now().getTime() + SWEEP_MS, log }),
    deliver: async () => {
      await reinspect({ store, world, now, limit: INSPECTIONS_AT_A_TIME, log });
      return deliver({ store, channels, routing, rules: catalogue, limit: DUE_AT_A_TIME, now, log });
    },
  };
}
