import { describe, expect, it } from 'vitest';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { textOf } from '../../shared/model/params.ts';
import { progressOf, readHistory, streamsFrom } from '../../shared/scan/history.ts';

const END = new Date('2026-11-24T08:00:00Z');
const DAY_MS = 86_400_000;

function daysBefore(days: number): Date {
  return new Date(END.getTime() - days * DAY_MS);
}

/** A trail that holds these events, `service` → ages in days, and answers so many at a time. */
function aTrail(kept: Readonly<Record<string, readonly number[]>>, pageSize = 50) {
  const asked: { service: string; start: Date; end: Date }[] = [];
  const cloud: Cloud = {
    call: ({ params }) => {
      const [, { Value: service = '' } = {}] = params['LookupAttribute'] as readonly { Value?: string }[];
      const start = new Date(textOf(params, 'StartTime') ?? '');
      const end = new Date(textOf(params, 'EndTime') ?? '');
      asked.push({ service, start, end });
      const times = (kept[service] ?? []).map(daysBefore).filter((time) => time >= start && time <= end);
      const from = Number(textOf(params, 'NextToken') ?? 0);
      const Events = times.slice(from, from + pageSize).map((time) => ({ eventTime: time.toISOString(), service }));
      const isMore = times.length > from + pageSize;
      return Promise.resolve({ Events, ...(isMore ? { NextToken: String(from + pageSize) } : {}) });
    },
  };
  return { cloud, asked };
}

async function read(trail: ReturnType<typeof aTrail>, services: readonly string[], days: number) {
  const since = daysBefore(days);
  const streams = streamsFrom(['cn-hangzhou'], services, END);
  const pages = [];
  for await (const page of readHistory({ cloud: trail.cloud, since, streams, now: () => END })) pages.push(page);
  return pages;
}

describe('the history of the trail', () => {
  it('is read page by page to its end', async () => {
    const pages = await read(aTrail({ Slb: [1, 2, 3, 4, 5] }, 2), ['Slb'], 7);

    expect(pages.map(({ records }) => records.length)).toEqual([2, 2, 1]);
    expect(pages.map(({ stream }) => stream.isDone)).toEqual([false, false, true]);
  });

  it('is read from the newest on, whatever the service', async () => {
    const pages = await read(aTrail({ Slb: [1, 2, 5, 6], Ecs: [1, 3, 4, 6] }, 2), ['Slb', 'Ecs'], 7);

    const order = pages.map(({ stream }) => stream.service);
    expect(order).toEqual(['Slb', 'Ecs', 'Slb', 'Ecs']);
  });

  it('is asked in spans of less than 30 days that leave nothing out', async () => {
    const trail = aTrail({ Slb: [1, 28, 29, 30, 57, 58, 59, 86, 87, 88] });

    const pages = await read(trail, ['Slb'], 90);

    const spans = trail.asked.map(({ start, end }) => (end.getTime() - start.getTime()) / DAY_MS);
    expect(Math.max(...spans)).toBeLessThan(30);
    const seen = new Set(pages.flatMap(({ records }) => records.map(({ eventTime }) => eventTime)));
    expect(seen.size).toBe(10);
    expect(pages.at(-1)?.stream).toMatchObject({ isDone: true, until: daysBefore(90) });
  });

  it('goes on at the second where it was left', async () => {
    const trail = aTrail({ Slb: [1, 2, 3] });
    const streams = [{ region: 'cn-hangzhou', service: 'Slb', until: daysBefore(2), isDone: false }];

    const pages = [];
    for await (const page of readHistory({ cloud: trail.cloud, since: daysBefore(7), streams, now: () => END })) {
      pages.push(...page.records);
    }

    expect(pages.map(({ eventTime }) => eventTime)).toEqual(
      [daysBefore(2), daysBefore(3)].map((at) => at.toISOString()),
    );
  });

  it('tells how much of it lies behind', () => {
    const [slb, ecs] = streamsFrom(['cn-hangzhou'], ['Slb', 'Ecs'], END);
    if (slb === undefined || ecs === undefined) throw new Error('Expected two streams');

    expect(progressOf([slb, ecs], daysBefore(10), END)).toBe(0);
    expect(progressOf([{ ...slb, until: daysBefore(5) }, ecs], daysBefore(10), END)).toBe(0.25);
    expect(
      progressOf(
        [
          { ...slb, isDone: true },
          { ...ecs, isDone: true },
        ],
        daysBefore(10),
        END,
      ),
    ).toBe(1);
  });
});
