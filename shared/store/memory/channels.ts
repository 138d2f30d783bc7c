import type { Spent } from '../outbox.ts';

interface Post {
  readonly at: number;
  readonly isCritical: boolean;
}

interface Closing {
  readonly until: number;
  readonly why: string;
  /** When somebody was told of it. */
  readonly announcedAt: number;
}

// As on PostgreSQL.
const WINDOW_MS = 64_000;
const FOR_LONG_MS = 30_000;
const ANNOUNCED_EVERY_MS = 6 * 3_600_000;

/** What each channel was given in the last minute, and which of them take nothing for a while. */
export function channels(now: () => Date) {
  const posts = new Map<string, readonly Post[]>();
  const closings = new Map<string, Closing>();
  const isClosed = (channel: string, forMs = 0): boolean =>
    (closings.get(channel)?.until ?? 0) > now().getTime() + forMs;
  const recent = (channel: string): readonly Post[] =>
    (posts.get(channel) ?? []).filter(({ at }) => now().getTime() - at < WINDOW_MS);
  return {
    closing: (channel: string): Closing | undefined => closings.get(channel),
    isOpen: (channel: string): boolean => !isClosed(channel),
    isClosedForLong: (channel: string): boolean => isClosed(channel, FOR_LONG_MS),
    close: (channel: string, forMs: number, why: string): boolean => {
      const at = now().getTime();
      const before = closings.get(channel);
      const isNews = before === undefined || at - before.announcedAt >= ANNOUNCED_EVERY_MS;
      const announcedAt = isNews ? at : before.announcedAt;
      closings.set(channel, { until: Math.max(at + forMs, before?.until ?? 0), why, announcedAt });
      return isNews;
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
