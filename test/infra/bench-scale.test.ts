import { beforeAll, describe, expect, it } from 'vitest';
import { scaleAccount } from '../../infra/bench/scale/account.ts';
import { measureScales } from '../../infra/bench/scale/measure.ts';
import type { ScaleFigures } from '../../infra/bench/scale/run.ts';
import { kindAt, streamOf } from '../../infra/bench/scale/stream.ts';

describe('the account of the scale bench', () => {
  it('holds clusters that share nothing', () => {
    const { clusters, world } = scaleAccount(12);

    const ids = clusters.flatMap((one) => [
      one.cluster,
      one.vpc,
      one.scalingGroup,
      one.apiServer.loadBalancer,
      ...one.nodes,
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(world.cs.clusters.size).toBe(12);
    expect(world.ess.scalingConfigurations.size).toBe(12);
  });
});

describe('the stream of the scale bench', () => {
  it('is mostly harmless, whichever hundred of it is taken', () => {
    const kinds = Array.from({ length: 300 }, (_, index) => kindAt(index));

    for (const from of [0, 100, 200]) {
      const hundred = kinds.slice(from, from + 100);
      expect(hundred.filter((kind) => kind === 'not-risky')).toHaveLength(60);
      expect(hundred.filter((kind) => kind === 'risky')).toHaveLength(5);
    }
  });

  it('gives out every event once', () => {
    const eventAt = streamOf(scaleAccount(2));

    const ids = Array.from(
      { length: 200 },
      (_, index) => (JSON.parse(eventAt(index)) as { data: { eventId: string } }).data.eventId,
    );

    expect(new Set(ids).size).toBe(200);
  });
});

describe('what the scale bench counts', () => {
  let small: ScaleFigures | undefined;
  let large: ScaleFigures | undefined;
  beforeAll(async () => {
    [small, large] = await measureScales(
      [
        { events: 100, clusters: 1 },
        { events: 200, clusters: 2 },
      ],
      1_000,
    );
  }, 120_000);

  it('is every message, and the calls that alerts and unknown resources make', () => {
    expect(small?.messages).toBe(5);
    expect(small?.eventCalls).toBeGreaterThanOrEqual(5);
    expect(small?.eventCalls).toBeLessThanOrEqual(10);
  });

  it('grows no faster than events and clusters do', () => {
    const growth = (name: 'statements' | 'eventCalls' | 'sweepCalls') => (large?.[name] ?? 0) / (small?.[name] ?? 1);

    expect(growth('statements')).toBeLessThan(2.2);
    expect(growth('eventCalls')).toBeLessThan(2.2);
    expect(growth('sweepCalls')).toBeLessThan(2.2);
  });
});
