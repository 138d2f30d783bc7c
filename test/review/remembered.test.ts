import { describe, expect, it } from 'vitest';
import { remembered } from '../../shared/review/remembered.ts';

/** What is remembered for a minute, by a clock that the test turns. */
function open() {
  let at = 0;
  let asked = 0;
  const ask = remembered<number>(60_000, () => new Date(at));
  const load = () => {
    asked += 1;
    return Promise.resolve(asked);
  };
  return {
    ask: (key: string) => ask(key, load),
    fail: () => ask('a', () => Promise.reject(new Error('away'))),
    later: (ms: number) => (at += ms),
  };
}

describe('an answer', () => {
  it('is kept for its time, for each question by itself, and asked for once at a time', async () => {
    const { ask, later } = open();

    const first = await Promise.all([ask('a'), ask('a'), ask('b')]);
    later(60_000);
    const kept = await ask('a');
    later(1);
    const anew = await ask('a');

    expect([first, kept, anew]).toEqual([[1, 1, 2], 1, 3]);
  });

  it('is asked for again when it failed', async () => {
    const { ask, fail } = open();

    await expect(fail()).rejects.toThrow('away');

    expect(await ask('a')).toBe(1);
  });
});
