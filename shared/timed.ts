import { sealAudit } from './audit/seal.ts';
import { ConfigError } from './errors.ts';
import type { FunctionContext } from './function-context.ts';
import { deliver } from './notify/outbox.ts';
import { openWorld, type Surroundings } from './open.ts';
import { reinspect } from './reinspect.ts';
import { catalogue } from './rules/catalogue.ts';
import type { AuditStore } from './store/audit.ts';
import { openStore } from './store/postgres.ts';
import type { Store } from './store/store.ts';
import { surroundingsOf } from './surroundings.ts';
import { sweep, type SweepReport } from './sweep.ts';

/** What the timers call. */
export interface Timed {
  readonly sweep: () => Promise<SweepReport>;
  readonly deliver: () => Promise<{ readonly delivered: number; readonly retried: number; readonly abandoned: number }>;
  /** Gives the connection back, where a process goes on without the timers. */
  readonly close: () => Promise<void>;
}

const DAY_MS = 86_400_000;
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
  return {
    sweep: async () => (await world()).sweep(),
    deliver: async () => (await world()).deliver(),
    close: async () => {
      if (opened) await (await opened).close();
    },
  };
}

/** Timers need a database: without one there is nothing to collect into or to send from. */
async function open(context: () => FunctionContext, environment: NodeJS.ProcessEnv): Promise<Timed> {
  const surroundings = await surroundingsOf(context, environment);
  const { config } = surroundings;
  if (config.databaseUrl === undefined) {
    throw new ConfigError('Expected DATABASE_URL to be set: sweep and deliver need a database');
  }
  const store = openStore({ databaseUrl: config.databaseUrl, migrate: true });
  return { ...timersOver(openWorld(surroundings, store), store, surroundings), close: store.close };
}

/** What the timers do, over a world that is open already. */
export function timersOver(
  { world, cloud, channels, routing, regions }: ReturnType<typeof openWorld>,
  store: Store & AuditStore,
  { config, accountId, now, log }: Surroundings,
): Omit<Timed, 'close'> {
  return {
    sweep: async () => {
      const horizon = await store.horizon();
      const deadline = now().getTime() + SWEEP_MS;
      const report = await sweep({ store, cloud, world, accountId, regions, now, deadline, log });
      await sealAudit({ store, horizon, log });
      await store.retire(new Date(now().getTime() - config.auditKeepDays * DAY_MS));
      return report;
    },
    deliver: async () => {
      await reinspect({ store, world, now, limit: INSPECTIONS_AT_A_TIME, log });
      return deliver({ store, channels, routing, rules: catalogue, limit: DUE_AT_A_TIME, now, log });
    },
  };
}
