/** Counts the messages of one robot. */
export interface Throttle {
  /** Counts one more; false when it comes too fast, and for ten minutes after. */
  readonly admits: (now: Date) => boolean;
}

const MINUTE_MS = 60_000;
const PUNISHMENT_MS = 10 * MINUTE_MS;

/** So many messages in any minute; the first one too many silences the robot. */
export function createThrottle(perMinute: number): Throttle {
  let taken: number[] = [];
  let silentUntil = 0;
  return {
    admits: (now) => {
      const at = now.getTime();
      if (at < silentUntil) return false;
      taken = taken.filter((time) => at - time < MINUTE_MS);
      if (taken.length >= perMinute) {
        silentUntil = at + PUNISHMENT_MS;
        return false;
      }
      taken.push(at);
      return true;
    },
  };
}
