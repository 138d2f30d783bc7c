import { describe, expect, it } from 'vitest';
import { estimate, PRICES } from '../../infra/cost/estimate.ts';
import { flowOf } from '../../infra/cost/flow.ts';
import { MIXED_STREAM } from '../../infra/cost/stream.ts';

const QUIET = { written: 0, pushed: 0, decided: 0, found: 0 };

describe('what a month costs', () => {
  it('is the timers and the database when nothing happens', () => {
    const { invocations, storedGb, dollars } = estimate(QUIET);

    expect(invocations).toBe(30 * (144 + 1_440 + 100));
    expect(storedGb).toBe(0);
    expect(dollars.events).toBe(0);
    expect(dollars.database).toBeCloseTo(720 * (0.5 * 0.0497 + 20 * 0.00024), 6);
  });

  it('grows by what each event takes', () => {
    const [quiet, busy] = [estimate(QUIET), estimate({ ...QUIET, written: 10_000, pushed: 10_000 })];

    expect(busy.invocations - quiet.invocations).toBe(300_000);
    expect(busy.gbSeconds - quiet.gbSeconds).toBeCloseTo(300_000 * 0.005 * 0.5, 6);
    const perCall = PRICES.cuPerInvocation + 0.005 * (0.35 + 0.5 * 0.15 + 0.5 * 0.05);
    expect(busy.cu - quiet.cu).toBeCloseTo(300_000 * perCall, 6);
    expect(busy.dollars.database).toBe(quiet.dollars.database);
  });

  it('counts an event only as far as it gets', () => {
    const stream = [
      { service: 'Sts', action: 'AssumeRole', perDay: 1_000 },
      { service: 'Waf-openapi', action: 'ModifyDomain', perDay: 100 },
      { service: 'Ecs', action: 'DeleteInstance', perDay: 10 },
      { service: 'Ecs', action: 'DeleteInstance', perDay: 1, byOutsiders: true },
    ];

    expect(flowOf(stream)).toEqual({ written: 1_111, pushed: 111, decided: 11, found: 1 });
  });

  it('of the mixed stream stays below what one node costs', () => {
    const { dollars } = estimate(flowOf(MIXED_STREAM));

    expect(Object.values(dollars).reduce((sum, part) => sum + part, 0)).toBeLessThan(40);
  });
});
