/** `2026-01-02T03:04:05Z` */
export function toSecond(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** `2026-01-02T03:04Z`: instances and scaling groups are dated to the minute. */
export function toMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16)}Z`;
}

/** `seconds` later. */
export function later(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
