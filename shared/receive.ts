import { StoreError } from './errors.ts';
import { summaryOf } from './findings/summary.ts';
import { type FunctionContext, logLine } from './function-context.ts';
import { decode } from './sources/actiontrail/decode.ts';
import { screen } from './steps/screen.ts';
import type { Steps } from './steps/steps.ts';
import { type Outcome, watch } from './watch.ts';

/** What stays in an instance between calls: the opened world, once an event needed it. */
export interface Receiver {
  /** Reads the configuration and throws one ConfigError that names what is wrong; touches neither database nor cloud. */
  readonly check: () => Promise<void>;
  /** Takes one event of any shape through the path. Throws only where a retry can mend it. */
  readonly receive: (input: unknown) => Promise<Answer>;
  /** Gives the connection back, where a process goes on without receiving. */
  readonly close: () => Promise<void>;
}

/** What the handler answers. */
export interface Answer extends Omit<Outcome, 'findings'> {
  readonly findings: readonly ReturnType<typeof summaryOf>[];
}

/**
 * The receiving end. Decode and screen are here; everything else is loaded with the first event that is in a table, so
 * an event that is in none costs neither a database nor a heavy package.
 */
export function openReceiver(context: () => FunctionContext, environment = process.env): Receiver {
  let opened: Promise<Awaited<ReturnType<typeof open>>> | undefined;
  const world = async () => {
    opened ??= open(context, environment);
    try {
      return await opened;
    } catch (error) {
      opened = undefined; // a wrong configuration may be put right while the instance lives
      throw error;
    }
  };
  const steps: Steps = {
    decode: (input) => decode(input, new Date()),
    screen,
    world: async () => (await world()).world,
    log: logLine,
  };
  return {
    check: async () => {
      const { loadConfig } = await import('./config.ts');
      await loadConfig(environment);
    },
    receive: async (input) => {
      try {
        return answerOf(await watch(input, steps));
      } catch (error) {
        if (error instanceof StoreError) await (await world()).withoutStore(input);
        throw error;
      }
    },
    close: async () => {
      if (opened) await (await opened).close();
    },
  };
}

async function open(context: () => FunctionContext, environment: NodeJS.ProcessEnv) {
  const { openForEvents } = await import('./open-for-events.ts');
  return openForEvents(context, environment);
}

function answerOf({ findings, ...rest }: Outcome): Answer {
  return { ...rest, findings: findings.map(summaryOf) };
}
