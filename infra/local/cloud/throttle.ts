/** Counts calls per name and second. */
export interface Throttle {
  /** Whether one more call of that name is allowed now; if so it is counted. */
  readonly take: (name: string, perSecond: number) => boolean;
}

/** A bucket per name that holds one second's calls and fills up evenly. */
export function createThrottle(now: () => number): Throttle {
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take: (name, perSecond) => {
      const bucket = buckets.get(name) ?? { level: perSecond, at: now() };
      const level = Math.min(perSecond, bucket.level + ((now() - bucket.at) / 1000) * perSecond);
      const isAllowed = level >= 1;
      buckets.set(name, { level: isAllowed ? level - 1 : level, at: now() });
      return isAllowed;
    },
  };
}
