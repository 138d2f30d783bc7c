import { openWorld } from '../../shared/open.ts';
import { type Answer, openReceiver } from '../../shared/receive.ts';
import { summaryOf } from '../../shared/findings/summary.ts';
import { decode } from '../../shared/sources/actiontrail/decode.ts';
import { screen } from '../../shared/steps/screen.ts';
import { openStore } from '../../shared/store/postgres.ts';
import type { Store } from '../../shared/store/store.ts';
import { surroundingsOf } from '../../shared/surroundings.ts';
import { watch } from '../../shared/watch.ts';
import type { Said, Start } from './instance.ts';

/** One instance: the first message says how it is started, each later one is an event. */
process.once('message', (start: Start) => {
  const receive =
    start.stopAt === undefined ? openReceiver(() => start.context).receive : stopping(start, start.stopAt);
  process.on('message', (event: string) => {
    receive(event).then(
      (answer) => say({ kind: 'answer', answer }),
      (error: unknown) => say({ kind: 'failed', name: error instanceof Error ? error.name : 'unknown' }),
    );
  });
  say({ kind: 'ready' });
});

function say(said: Said): void {
  process.send?.(said);
}

/** The path with every step wrapped: at the named one it stands still, as if the machine had gone. */
function stopping(start: Start, stopAt: string) {
  const standStill = (): Promise<never> => {
    say({ kind: 'stopped' });
    return new Promise(() => setInterval(() => undefined, 60_000));
  };
  const wrapped =
    <A extends readonly unknown[], R>(name: string, step: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (stopAt === `before ${name}`) await standStill();
      const result = await step(...args);
      if (stopAt === `after ${name}`) await standStill();
      return result;
    };
  return async (input: string): Promise<Answer> => {
    const surroundings = await surroundingsOf(() => start.context);
    const inner = openStore({ databaseUrl: surroundings.config.databaseUrl ?? '' });
    const store: Store = {
      ...inner,
      record: wrapped('record', inner.record),
      take: wrapped('take', inner.take),
      settle: wrapped('settle', inner.settle),
    };
    const { world } = openWorld(surroundings, store);
    const outcome = await watch(input, {
      decode: (raw) => decode(raw, new Date()),
      screen,
      log: () => undefined,
      world: () =>
        Promise.resolve({
          ...world,
          own: wrapped('own', world.own),
          exact: wrapped('exact', world.exact),
          inspect: wrapped('inspect', world.inspect),
          find: wrapped('find', world.find),
          tell: wrapped('tell', world.tell),
        }),
    });
    return { ...outcome, findings: outcome.findings.map(summaryOf) };
  };
}
