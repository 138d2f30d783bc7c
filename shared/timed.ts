import { sealAudit } from './audit/seal.ts';
import { ConfigError } from './errors.ts';
import type { FunctionContext } from './function-context.ts';
import { deliver } from './notify/outbox.ts';
import { openWorld, type Surroundings } from './open.ts';
import { reinspect } from './reinspect.ts';
import { beat } from './self-watch/heartbeat.ts';
import { lookAfterSweep, lookAtSweep, lookBeforeSweep } from './self-watch/look.ts';
import { TOLD_RULES } from './self-watch/told-rules.ts';
import { type FullStore, openStore } from './store/postgres.ts';
import { surroundingsOf } from './surroundings.ts';
import { sweep, type SweepReport } from './sweep.ts';

/** What the timers call. */
export interface Timed {
  /** `event`: what the timer sent. Whoever calls it by hand, without a trigger's name, wants the whole looked at. */
  readonly sweep: (event?: Buffer) => Promise<SweepReport>;
  readonly deliver: () => Promise<{ readonly delivered: number; readonly retried: number; readonly abandoned: number }>;
  /** Gives the connection back, where a process goes on without the timers. */
  readonly close: () => Promise<void>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SWEEP_MS = 8 * 60_000;
/** The function has a minute. */
const DELIVER_MS = 45_000;
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
    sweep: async (event) => (await world()).sweep(event),
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
  { world, cloud, members, channels, routing, regions }: ReturnType<typeof openWorld>,
  store: FullStore,
  { config, accountId, region, now, log }: Surroundings,
): Omit<Timed, 'close'> {
  const memberIds = members.map((member) => member.accountId);
  const self = { store, world, accountId, memberIds, region, regions, now };
  const { heartbeat } = config;
  return {
    sweep: async (event) => {
      const horizon = await store.horizon();
      await lookBeforeSweep(self);
      const deadline = now().getTime() + SWEEP_MS;
      const inventoryEveryMs = isByHand(event) ? 0 : config.inventoryEveryMinutes * MINUTE_MS;
      const report = await sweep({ ...self, cloud, members, inventoryEveryMs, deadline, log });
      await lookAfterSweep(self, report.problems);
      await sealAudit({ store, horizon, log });
      await store.retire(new Date(now().getTime() - config.auditKeepDays * DAY_MS));
      return report;
    },
    deliver: async () => {
      const deadline = now().getTime() + DELIVER_MS;
      // People first: a cloud that hangs must keep no message back.
      const delivered = await deliver({ store, channels, routing, rules: TOLD_RULES, limit: DUE_AT_A_TIME, now, log });
      await lookAtSweep(self);
      if (heartbeat !== undefined) await beat({ ...self, routing, heartbeat });
      await reinspect({ store, world, now, deadline, limit: INSPECTIONS_AT_A_TIME, log });
      return delivered;
    },
  };
}

function isByHand(event: Buffer | undefined): boolean {
  return event !== undefined && !event.toString().includes('"triggerName"');
}
