import { describe, expect, it } from 'vitest';
import { choosing, hasRoom } from '../../shared/notify/choose.ts';
import type { Spent, Waiting } from '../../shared/store/outbox.ts';

const SHARE = { perMinute: 18, capacity: 300 };
const NOTHING_SPENT: Spent = { critical: 0, other: 0 };

function waiting(id: string, about: Partial<Waiting> = {}): Waiting {
  return { kind: 'alert', severity: 'high', ids: [id], mayBeRepeat: false, waitedMs: 0, ...about };
}

const several = (count: number, about: Partial<Waiting> = {}) =>
  Array.from({ length: count }, (_, index) => waiting(`n${index}`, about));

/** One message after the other, each counted, until nothing is chosen any more. */
function spend(all: readonly Waiting[], spent = NOTHING_SPENT) {
  const kinds: string[] = [];
  let left = all;
  for (let { critical, other } = spent; ;) {
    const choice = choosing(SHARE)(left, { critical, other });
    if (choice === undefined) return { kinds, left: left.flatMap(({ ids }) => ids).length };
    const isCritical = left.some(({ ids, severity }) => severity === 'critical' && choice.ids.includes(ids[0] ?? ''));
    if (isCritical) critical += 1;
    else other += 1;
    kinds.push(choice.kind);
    left = left.filter(({ ids }) => !ids.some((id) => choice.ids.includes(id)));
  }
}

describe('what a channel tells next', () => {
  it('is nothing, if nothing waits', () => {
    expect(choosing(SHARE)([], NOTHING_SPENT)).toBeUndefined();
  });

  it('is each on its own while there is room for all of them', () => {
    expect(spend(several(12))).toEqual({ kinds: Array(12).fill('alert'), left: 0 });
    expect(spend(several(18, { severity: 'critical' }))).toEqual({ kinds: Array(18).fill('alert'), left: 0 });
  });

  it('is one digest of all when there are too many', () => {
    expect(spend(several(60, { waitedMs: 20_000 }))).toEqual({ kinds: ['digest'], left: 0 });
    expect(spend(several(60, { severity: 'critical' }))).toEqual({ kinds: ['digest'], left: 0 });
  });

  it('is no digest of what has not waited, unless a storm is on', () => {
    const late = { critical: 0, other: 11 };

    expect(choosing(SHARE)(several(2), late)?.kind).toBe('alert');
    expect(choosing(SHARE)(several(2, { waitedMs: 15_000 }), late)?.kind).toBe('digest');
    expect(choosing(SHARE)(several(18), late)?.kind).toBe('digest');
  });

  it('is at once what an event just gave, however much waits for the timer', () => {
    const all = [...several(15), waiting('new')];

    expect(choosing(SHARE, new Set(['new']))(all, NOTHING_SPENT)).toEqual({ kind: 'alert', ids: ['new'] });
  });

  it('keeps six posts for what is critical, each of its own', () => {
    const full = { critical: 0, other: 12 };

    expect(choosing(SHARE)(several(1, { waitedMs: 60_000 }), full)).toBeUndefined();
    expect(spend(several(6, { severity: 'critical' }), full).kinds).toEqual(Array(6).fill('alert'));
    expect(choosing(SHARE)(several(1, { severity: 'critical' }), { critical: 6, other: 12 })).toBeUndefined();
  });

  it('keeps a share of a third for what is critical, whatever the robot takes', () => {
    const choose = choosing({ ...SHARE, perMinute: 3 });

    expect(choose(several(1), { critical: 0, other: 1 })?.kind).toBe('alert');
    expect(choose(several(1), { critical: 0, other: 2 })).toBeUndefined();
    expect(choose(several(1, { severity: 'critical' }), { critical: 0, other: 2 })?.kind).toBe('alert');
  });

  it('is only what the event just gave, if that has room of its own', () => {
    const all = [waiting('old', { waitedMs: 60_000 }), waiting('new')];

    expect(choosing(SHARE, new Set(['new']))(all, NOTHING_SPENT)?.ids).toEqual(['new']);
    expect(choosing(SHARE, new Set(['else']))(all, NOTHING_SPENT)).toBeUndefined();
  });

  it('is all that waits together with what the event just gave, once there is no room', () => {
    const all = [...several(5, { waitedMs: 60_000 }), waiting('new')];

    expect(choosing(SHARE, new Set(['new']))(all, { critical: 0, other: 11 })?.ids).toHaveLength(6);
  });

  it('leaves together what may be a repeat', () => {
    const all = [waiting('a'), waiting('b', { mayBeRepeat: true }), ...several(40, { waitedMs: 60_000 })];

    const first = choosing(SHARE)(all, NOTHING_SPENT);
    const then = choosing(SHARE)(
      all.filter(({ mayBeRepeat }) => !mayBeRepeat),
      NOTHING_SPENT,
    );

    expect(first).toEqual({ kind: 'alert', ids: ['b'] });
    expect(then?.kind).toBe('digest');
  });

  it('never mixes with findings what is none', () => {
    const notice = waiting('notice', { kind: 'channel-closed' });
    const all = [...several(40, { waitedMs: 60_000 }), notice];

    expect(choosing(SHARE)(all, NOTHING_SPENT)).toEqual({ kind: 'channel-closed', ids: ['notice'] });
    expect(choosing(SHARE)(several(40, { waitedMs: 60_000 }), NOTHING_SPENT)?.ids).not.toContain('notice');
  });

  it('names no more findings than one message can, the worst first', () => {
    const all = several(60, { waitedMs: 60_000, ids: ['x', 'y'] });

    expect(choosing({ ...SHARE, capacity: 7 })(all, NOTHING_SPENT)?.ids).toHaveLength(7);
    expect(choosing({ ...SHARE, capacity: 1 })([waiting('a', { ids: ['a', 'b'] })], NOTHING_SPENT)?.ids).toEqual(['a']);
  });

  it('tells a digest of one as what it is', () => {
    expect(choosing(SHARE)([waiting('a', { kind: 'digest' })], NOTHING_SPENT)?.kind).toBe('alert');
  });
});

describe('the room of a channel', () => {
  const high = [{ severity: 'high' }] as const;
  const critical = [...high, { severity: 'critical' }] as const;

  it.each([
    { spent: { critical: 0, other: 11 }, forHigh: true, forCritical: true },
    { spent: { critical: 0, other: 12 }, forHigh: false, forCritical: true },
    { spent: { critical: 6, other: 12 }, forHigh: false, forCritical: false },
    { spent: { critical: 18, other: 0 }, forHigh: false, forCritical: false },
  ])('after $spent.critical critical and $spent.other other posts', ({ spent, forHigh, forCritical }) => {
    expect(hasRoom(SHARE, high)(spent)).toBe(forHigh);
    expect(hasRoom(SHARE, critical)(spent)).toBe(forCritical);
    expect(hasRoom(SHARE)(spent)).toBe(forCritical);
  });
});
