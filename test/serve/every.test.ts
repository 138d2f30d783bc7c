import { describe, expect, it } from 'vitest';
import { repeat, untilEnded } from '../../shared/serve/every.ts';

describe('a repeated task', () => {
  it('runs again after a failure, which is told, and ends with the signal', async () => {
    const ending = new AbortController();
    const told: unknown[] = [];
    let runs = 0;
    const task = () => {
      runs += 1;
      if (runs === 2) ending.abort();
      return runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    };

    await repeat({ name: 'sweep', everyMs: 1, task, signal: ending.signal, log: (...line) => void told.push(line) })
      .ended;

    expect(runs).toBe(2);
    expect(told).toEqual([['sweep failed', { why: 'once' }]]);
  });

  it('never overlaps itself', async () => {
    const ending = new AbortController();
    let running = 0;
    let most = 0;
    let runs = 0;
    const task = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if ((runs += 1) === 3) ending.abort();
    };

    await repeat({ name: 'look', everyMs: 0, task, signal: ending.signal, log: () => undefined }).ended;

    expect(most).toBe(1);
  });

  it('is not waited for for ever when everything ends', async () => {
    const ending = new AbortController();
    ending.abort();
    const stuck = { ended: new Promise<void>(() => undefined) };

    await expect(untilEnded([stuck], ending.signal, 5)).resolves.toBeUndefined();
  });
});
