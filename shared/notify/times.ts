import type { Language } from '../model/text.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** The first use of the formats below reads their tables, 20 ms: this does it where there is time to spare. */
export function readyTimes(timeZone: string, language: Language): void {
  localTime(new Date(0), timeZone);
  duration(0, language);
}

/** `2026-11-24 16:00:00 UTC+08:00`: local time with its distance from UTC, the same in every language. */
export function localTime(at: Date, timeZone: string): string {
  const text = at.toLocaleString('sv-SE', { timeZone, timeZoneName: 'longOffset' });
  return text.replace('GMT', 'UTC').replace('\u2212', '-');
}

/** `11-24 16:00:00` for many times of one place: what formats them is made once. */
export function clockIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => format.format(at).slice('2026-'.length);
}

/** `1 min 9 sec`: the two greatest units, rounded down. */
export function duration(ms: number, language: Language): string {
  const parts = UNITS.map(([unit, size], index) => {
    const above = UNITS[index - 1];
    return { unit, count: Math.floor((above ? ms % above[1] : ms) / size) };
  }).filter(({ count }) => count > 0);
  const shown = parts.length > 0 ? parts.slice(0, 2) : [{ unit: 'second', count: 0 }];
  return shown
    .map(({ unit, count }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', useGrouping: false }).format(count),
    )
    .join(' ');
}
