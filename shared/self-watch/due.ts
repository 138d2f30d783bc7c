const DAY_MS = 86_400_000;

/** Whether the time of day has come again since the last time; `at`: `09:00` in the zone. */
export function isTimeOfDay(
  last: Date,
  now: Date,
  { at, timeZone }: { readonly at: string; readonly timeZone: string },
): boolean {
  const [date = '', time = ''] = localTo(now, timeZone);
  const [yesterday = ''] = localTo(new Date(now.getTime() - DAY_MS), timeZone);
  const latest = `${time >= at ? date : yesterday} ${at}`;
  return localTo(last, timeZone).join(' ') < latest;
}

/** `2026-11-24`, `09:00`: comparable as text. */
export function localTo(time: Date, timeZone: string): readonly string[] {
  return time.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).split(' ');
}
