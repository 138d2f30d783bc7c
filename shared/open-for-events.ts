import { type FunctionContext, logLine } from './function-context.ts';
import { openWorld, type Surroundings } from './open.ts';
import { decode } from './sources/actiontrail/decode.ts';
import { screen } from './steps/screen.ts';
import type { World } from './steps/steps.ts';
import { memoryStore } from './store/memory.ts';
import { surroundingsOf } from './surroundings.ts';
import { watch } from './watch.ts';

/** At most one message per instance in this time while the database is away: a storm must not close the robot. */
const SPARE_MS = 60_000;

const DATABASE_AWAY = 'The database did not answer: no earlier state, and this message may be repeated';

/** The world for the event path, and what is done when the database is away. */
export async function openForEvents(context: () => FunctionContext, environment = process.env) {
  const surroundings = await surroundingsOf(context, environment);
  const { world, store } = openWorld(surroundings);
  let spare: World | undefined;
  let lastToldAt = Number.NEGATIVE_INFINITY;
  const withoutStore = async (input: unknown): Promise<void> => {
    spare ??= spareWorld(surroundings);
    const { tell, ...rest } = spare;
    await watch(input, {
      decode: (raw) => decode(raw, surroundings.now()),
      screen,
      log: (message, fields) => logLine(message, { ...fields, withoutDatabase: true }),
      world: () =>
        Promise.resolve({
          ...rest,
          tell: async (findings) => {
            const now = surroundings.now().getTime();
            const alerts = findings.filter(({ isAlert }) => isAlert);
            if (alerts.length === 0 || now - lastToldAt < SPARE_MS) return;
            lastToldAt = now;
            await tell(alerts.slice(0, 1));
          },
        }),
    });
  };
  return { world, withoutStore, close: store.close };
}

function spareWorld(surroundings: Surroundings): World {
  const config = { ...surroundings.config, databaseUrl: undefined };
  return openWorld({ ...surroundings, config }, memoryStore({ now: surroundings.now }), DATABASE_AWAY).world;
}
