import { type FunctionContext, logLine } from './function-context.ts';
import type { Finding } from './model/finding.ts';
import { compareSeverity } from './model/severity.ts';
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
  const isSpent = (): boolean => surroundings.now().getTime() - lastToldAt < SPARE_MS;
  const withoutStore = async (input: unknown): Promise<void> => {
    if (isSpent()) return;
    spare ??= spareWorld(surroundings);
    const { tell, record, ...rest } = spare;
    const tellWorst = async (findings: readonly Finding[]): Promise<void> => {
      const alerts = findings.filter(({ isAlert }) => isAlert);
      const [worst] = alerts.toSorted((a, b) => compareSeverity(b.severity, a.severity));
      if (worst === undefined) return;
      lastToldAt = surroundings.now().getTime();
      await tell([worst]);
    };
    await watch(input, {
      decode: (raw) => decode(raw, surroundings.now()),
      screen,
      log: (message, fields) => logLine(message, { ...fields, withoutDatabase: true }),
      world: () =>
        Promise.resolve({
          ...rest,
          // What there is no message left for stays undecided, so that a retry finds it new.
          record: async (event, decided) => (isSpent() ? 'duplicate' : record(event, decided)),
          tell: tellWorst,
        }),
    });
  };
  return { world, withoutStore, close: store.close };
}

function spareWorld(surroundings: Surroundings): World {
  const config = { ...surroundings.config, databaseUrl: undefined };
  return openWorld({ ...surroundings, config }, memoryStore({ now: surroundings.now }), DATABASE_AWAY).world;
}
