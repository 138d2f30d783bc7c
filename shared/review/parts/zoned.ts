/** What a clock in the time zone shows: `2026-11-24 16:00:00`. Made once for many moments, because making it is slow. */
export function clockOf(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => format.format(at);
}

/** `2026-11-24T08:00` as a clock in that time zone shows it; undefined for what is no time. */
export function fromLocal(text: string, timeZone: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?$/u.exec(text);
  if (!parts) return undefined;
  const asUtc = new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return undefined;
  // The offset is that of the moment itself, not of the same digits in UTC: asked twice, it settles.
  const once = new Date(asUtc.getTime() - offsetMs(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetMs(once, timeZone));
}

/** What an input of date and time shows for it. */
export function toLocal(at: Date, timeZone: string): string {
  return clockOf(timeZone)(at).slice(0, 16).replace(' ', 'T');
}

function offsetMs(at: Date, timeZone: string): number {
  const shown = new Date(`${clockOf(timeZone)(at).replace(' ', 'T')}Z`);
  return shown.getTime() - Math.floor(at.getTime() / 1_000) * 1_000;
}
