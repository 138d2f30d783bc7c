import type { Severity } from '../../model/severity.ts';
import type { View } from '../view.ts';
import type { Bar } from './timeline.ts';
import { fromLocal } from './zoned.ts';

interface Counted {
  readonly at: Date;
  readonly severity: Severity;
  readonly count: number;
}

const HOUR_MS = 3_600_000;

/** One bar for every hour or day since then, those without findings too. */
export function barsOf(
  counted: readonly Counted[],
  { from, unit, view }: { readonly from: Date; readonly unit: 'hour' | 'day'; readonly view: View },
): readonly Bar[] {
  const { now, clock } = view;
  const counts = new Map<string, Partial<Record<Severity, number>>>();
  for (const key of beginnings(from, now, unit, view)) counts.set(key, {});
  for (const { at, severity, count } of counted) {
    const bar = counts.get(keyOf(at, unit, clock));
    if (bar) bar[severity] = (bar[severity] ?? 0) + count;
  }
  return [...counts].map(([key, of]) => ({ label: key.slice(5).replace('T', ' '), counts: of }));
}

/** Half a unit at a time, so that a day of 23 or 25 hours leaves none out. */
function beginnings(
  from: Date,
  now: Date,
  unit: 'hour' | 'day',
  { timeZone, clock }: Pick<View, 'timeZone' | 'clock'>,
): ReadonlySet<string> {
  const step = unit === 'hour' ? HOUR_MS / 2 : HOUR_MS * 12;
  const keys = new Set<string>();
  const first = fromLocal(keyOf(from, unit, clock), timeZone) ?? from;
  for (let at = first.getTime(); at <= now.getTime(); at += step) keys.add(keyOf(new Date(at), unit, clock));
  return keys.add(keyOf(now, unit, clock));
}

function keyOf(at: Date, unit: 'hour' | 'day', clock: View['clock']): string {
  const local = clock(at).replace(' ', 'T');
  return unit === 'hour' ? `${local.slice(0, 13)}:00` : local.slice(0, 10);
}
