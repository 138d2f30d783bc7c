import type { Flow } from './flow.ts';

/**
 * List prices of mainland China in US dollars, without any discount or free quota. Function Compute and RDS as published
 * when this was written (November 2026); those of the log service and EventBridge are assumed. Check them against the
 * price pages before relying on a sum.
 */
export const PRICES = {
  perCu: 0.00002,
  cuPerInvocation: 75 / 10_000,
  cuPerVcpuSecond: 1,
  cuPerMemoryGbSecond: 0.15,
  cuPerDiskGbSecond: 0.05,
  perRcuHour: 0.0497,
  perStorageGbHour: 0.00024,
  perLogGb: 0.061,
  perMillionPushes: 0.2,
} as const;

/** What the functions are given, as in s.yaml; how long they take, and how much they write, is assumed. */
const SIZE = { vcpu: 0.35, memoryGb: 0.5, diskGb: 0.5 };
const SECONDS = { screened: 0.005, decided: 0.12, found: 1.5, sweep: 60, deliver: 0.5, review: 0.2 };
const PER_DAY = { sweep: 144, deliver: 1_440, review: 100 };
const LOG_BYTES = { perInvocation: 1_500, perEvent: 600 };
const DATABASE = { rcu: 0.5, storageGb: 20 };
const STORED_BYTES = { decision: 3_000, finding: 20_000 };
const DAYS = 30;
const HOURS = 24 * DAYS;

/** What a month takes and costs. */
export interface Estimate {
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly cu: number;
  readonly logGb: number;
  readonly storedGb: number;
  readonly dollars: {
    readonly functions: number;
    readonly events: number;
    readonly log: number;
    readonly database: number;
  };
}

/** A month of such days, in one region, with the serverless database of infra/ros/region.json. */
export function estimate({ pushed, decided, found }: Flow): Estimate {
  const timers = PER_DAY.sweep + PER_DAY.deliver + PER_DAY.review;
  const invocations = DAYS * (pushed + timers);
  const seconds =
    DAYS *
    ((pushed - decided) * SECONDS.screened +
      (decided - found) * SECONDS.decided +
      found * SECONDS.found +
      PER_DAY.sweep * SECONDS.sweep +
      PER_DAY.deliver * SECONDS.deliver +
      PER_DAY.review * SECONDS.review);
  const cuPerSecond =
    SIZE.vcpu * PRICES.cuPerVcpuSecond +
    SIZE.memoryGb * PRICES.cuPerMemoryGbSecond +
    SIZE.diskGb * PRICES.cuPerDiskGbSecond;
  const cu = invocations * PRICES.cuPerInvocation + seconds * cuPerSecond;
  const logGb = (invocations * LOG_BYTES.perInvocation + DAYS * pushed * LOG_BYTES.perEvent) / 1e9;
  return {
    invocations,
    gbSeconds: seconds * SIZE.memoryGb,
    cu,
    logGb,
    storedGb: (DAYS * (decided * STORED_BYTES.decision + found * STORED_BYTES.finding)) / 1e9,
    dollars: {
      functions: cu * PRICES.perCu,
      events: ((DAYS * pushed) / 1e6) * PRICES.perMillionPushes,
      log: logGb * PRICES.perLogGb,
      database: HOURS * (DATABASE.rcu * PRICES.perRcuHour + DATABASE.storageGb * PRICES.perStorageGbHour),
    },
  };
}
