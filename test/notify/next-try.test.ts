import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelError } from '../../shared/errors.ts';
import { closedFor, nextTry } from '../../shared/notify/next-try.ts';

const HOUR = 3_600_000;
const failure = (kind: ChannelError['kind'], unanswered = false) => ({
  kind,
  message: 'no',
  unanswered,
  restMs: undefined,
});
const waitAfter = (attempts: number, kind: ChannelError['kind'] = 'retry-soon', random = 0) => {
  const delivery = nextTry(failure(kind), { attempts, ageMs: 0, findings: 1 }, () => random);
  return delivery.state === 'pending' ? delivery.retryInMs : delivery.state;
};

describe('what becomes of a notification that failed', () => {
  it('waits longer after each attempt, up to ten minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 500].map((attempts) => waitAfter(attempts))).toEqual([
      10_000, 30_000, 120_000, 300_000, 600_000, 600_000, 600_000,
    ]);
  });

  it('spreads those that failed together, and is never earlier than it must', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(1_000), (random, attempts) => {
        const least = Number(waitAfter(attempts));
        const waited = Number(waitAfter(attempts, 'retry-soon', random));
        return waited >= least && waited <= least * 1.25;
      }),
    );
  });

  it.each([
    ['throttled', 600_000],
    ['configuration', 600_000],
    ['stop-channel', 3_600_000],
  ] as const)('waits as long as %s lasts', (kind, expected) => {
    expect(waitAfter(0, kind)).toBe(expected);
    expect(waitAfter(50, kind)).toBe(expected);
  });

  it('waits as long as the other side says, if it says so', () => {
    const throttled = { ...failure('throttled'), restMs: 30_000 };

    expect(nextTry(throttled, { attempts: 0, ageMs: 0, findings: 1 }, () => 0)).toMatchObject({ retryInMs: 30_000 });
    expect(closedFor(throttled)).toBe(30_000);
  });

  it.each(['bug', 'too-long'] as const)(
    'is abandoned with its reason when another try would be the same: %s',
    (kind) => {
      expect(nextTry(failure(kind), { attempts: 0, ageMs: 0, findings: 1 }, () => 0)).toEqual({
        state: 'abandoned',
        why: `${kind}: no`,
      });
    },
  );

  it.each(['retry-soon', 'throttled', 'configuration', 'stop-channel'] as const)(
    'is abandoned after a day, not a minute earlier, when it fails for %s',
    (kind) => {
      expect(nextTry(failure(kind), { attempts: 9, ageMs: 24 * HOUR - 1, findings: 1 }, () => 0).state).toBe('pending');
      expect(nextTry(failure(kind), { attempts: 9, ageMs: 24 * HOUR, findings: 1 }, () => 0)).toEqual({
        state: 'abandoned',
        why: `not delivered in 24 hours; at last, ${kind}: no`,
      });
    },
  );

  it.each(['bug', 'too-long'] as const)('is told in smaller messages when one of many may be the cause: %s', (kind) => {
    expect(nextTry(failure(kind), { attempts: 0, ageMs: 0, findings: 2 }, () => 0)).toMatchObject({
      state: 'pending',
      retryInMs: 0,
    });
  });

  it('may be a repeat the next time when nobody answered', () => {
    const tried = { attempts: 0, ageMs: 0, findings: 1 };

    expect(nextTry(failure('retry-soon', true), tried, () => 0)).toMatchObject({ unanswered: true });
    expect(nextTry(failure('retry-soon'), tried, () => 0)).not.toHaveProperty('unanswered');
  });

  it('holds back the other messages of the channel only where they would meet the same', () => {
    const kinds = ['retry-soon', 'throttled', 'stop-channel', 'configuration', 'too-long', 'bug'] as const;

    expect(kinds.map((kind) => closedFor(failure(kind)))).toEqual([0, 600_000, 3_600_000, 600_000, 0, 0]);
    expect(closedFor(failure('retry-soon', true))).toBe(10_000);
  });
});
