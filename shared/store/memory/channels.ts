import type { Spent } from '../store.ts';

interface Post {
  readonly at: number;
  readonly isCritical: boolean;
}

interface Closed {
  readonly until: number;
  readonly why: string;
}

const WINDOW_MS = 64_000; // as on PostgreSQL: a minute, and the time that a post may be under way

/** What each channel was given in the last minute, and which of them take nothing for a while. */
export function channels(now: () => Date) {
  const posts = new Map<string, readonly Post[]>();
  const closings = new Map<string, Closed>();
  const closedNow = (channel: string): Closed | undefined => {
    const closed = closings.get(channel);
    return closed !== undefined && closed.until > now().getTime() ? closed : undefined;
  };
  const recent = (channel: string): readonly Post[] =>
    (posts.get(channel) ?? []).filter(({ at }) => now().getTime() - at < WINDOW_MS);
  return {
    closing: (channel: string): Closed | undefined => closings.get(channel),
    isOpen: (channel: string): boolean => closedNow(channel) === undefined,
    close: (channel: string, forMs: number, why: string): boolean => {
      if (closedNow(channel)) return false;
      closings.set(channel, { until: now().getTime() + forMs, why });
      return true;
    },
    spent: (channel: string): Spent => {
      const critical = recent(channel).filter(({ isCritical }) => isCritical).length;
      return { critical, other: recent(channel).length - critical };
    },
    spend: (channel: string, isCritical: boolean): void => {
      posts.set(channel, [...recent(channel), { at: now().getTime(), isCritical }]);
    },
  };
}
