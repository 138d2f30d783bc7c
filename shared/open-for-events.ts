import { afterFirstRequest } from './first-request.ts';
import { type FunctionContext, logLine } from './function-context.ts';
import type { AuditEvent } from './model/event.ts';
import type { Finding } from './model/finding.ts';
import { compareSeverity } from './model/severity.ts';
import { readyTimes } from './notify/times.ts';
import { openWorld, type Surroundings } from './open.ts';
import { decode } from './sources/actiontrail/decode.ts';
import { screen } from './steps/screen.ts';
import type { Decided, World } from './steps/steps.ts';
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
  const { timeZone, language } = surroundings.config;
  afterFirstRequest(() => readyTimes(timeZone, language));
  let spare: World | undefined;
  let lastToldAt = Number.NEGATIVE_INFINITY;
  const told = new Set<string>();
  const withoutStore = async (input: unknown): Promise<void> => {
    if (surroundings.now().getTime() - lastToldAt < SPARE_MS) return;
    spare ??= spareWorld(surroundings);
    const world = spare;
    const found: Alert[] = [];
    await watch(input, {
      decode: (raw) => decode(raw, surroundings.now()),
      screen,
      log: (message, fields) => logLine(message, { ...fields, withoutDatabase: true }),
      world: () =>
        Promise.resolve({
          ...world,
          // Nothing is written down here: what there is no message for comes again, and is decided then.
          record: (event, decided) => {
            found.push(...decided.findings.filter(isAlert).map((finding) => ({ event, decided, finding })));
            return Promise.resolve('recorded');
          },
          tell: () => Promise.resolve(),
        }),
    });
    const [worst] = found
      .filter(({ finding }) => !told.has(finding.id))
      .toSorted((a, b) => compareSeverity(b.finding.severity, a.finding.severity));
    if (worst === undefined) return;
    lastToldAt = surroundings.now().getTime();
    told.add(worst.finding.id);
    await world.record(worst.event, { ...worst.decided, findings: [worst.finding] });
    await world.tell([worst.finding]);
  };
  return { world, withoutStore, close: store.close };
}

/** One alert that an event gave while the database was away. */
interface Alert {
  readonly event: AuditEvent;
  readonly decided: Decided;
  readonly finding: Finding;
}

const isAlert = (finding: Finding): boolean => finding.isAlert;

function spareWorld(surroundings: Surroundings): World {
  const config = { ...surroundings.config, databaseUrl: undefined };
  return openWorld({ ...surroundings, config }, memoryStore({ now: surroundings.now }), DATABASE_AWAY).world;
}
