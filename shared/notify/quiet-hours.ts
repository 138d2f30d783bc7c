/** A daily span in which only what is critical is told. It may reach over midnight. */
export interface QuietHours {
  /** `22:00` */
  readonly from: string;
  readonly until: string;
  /** IANA name. */
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** When quiet ends, if it is quiet now; undefined when it is not. A change of the clocks in between shifts it by as much. */
export function quietUntil({ from, until, timeZone }: QuietHours, now: Date): Date | undefined {
  const minute = minutesOf(now.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }));
  const [start, end] = [minutesOf(from), minutesOf(until)];
  const sinceStart = (minute - start + DAY) % DAY;
  const length = (end - start + DAY) % DAY;
  if (sinceStart >= length) return undefined;
  const minuteBegan = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(minuteBegan + (length - sinceStart) * MINUTE_MS);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours % 24) * 60 + minutes;
}
