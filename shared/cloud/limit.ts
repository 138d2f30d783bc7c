import type { Product } from './endpoints.ts';

/** Runs tasks with at most `concurrent` at a time and at most `perSecond` starts in a second. */
export interface Limiter {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
}

/** Calls at a time and starts per second, well below what the products allow one account. */
export const LIMITS: Readonly<Record<Product, readonly [concurrent: number, perSecond: number]>> = {
  slb: [8, 20],
  alb: [4, 10],
  nlb: [4, 10],
  ecs: [8, 20],
  ess: [4, 10],
  vpc: [4, 10],
  nas: [3, 8],
  eflo: [3, 8],
  'eflo-controller': [3, 8],
  eci: [3, 8],
  cs: [6, 15],
  tag: [3, 8],
  ram: [3, 8],
  ims: [3, 8],
  sts: [1, 2],
  sls: [4, 10],
  actiontrail: [1, 2],
};

/** A limiter of its own queue: first come, first served. */
export function createLimiter(concurrent: number, perSecond: number, now: () => number = Date.now): Limiter {
  const waiting: (() => void)[] = [];
  const starts: number[] = [];
  let running = 0;
  const enter = async (): Promise<void> => {
    if (running >= concurrent) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    for (let pause = pauseFor(starts, perSecond, now()); pause > 0; pause = pauseFor(starts, perSecond, now())) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    starts.push(now());
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    run: async (task) => {
      await enter();
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}

function pauseFor(starts: number[], perSecond: number, now: number): number {
  while (starts.length > 0 && now - (starts[0] ?? 0) >= 1000) starts.shift();
  return starts.length < perSecond ? 0 : Math.max(1, 1000 - (now - (starts[0] ?? now)));
}
