import { same } from '../inspection/content.ts';
import { SETTLE_MS } from '../inspection/examine.ts';
import { spellings } from '../inspection/memory.ts';
import { READERS } from '../inspection/readers.ts';
import type { Comparison, Json, Snapshot } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';

/** So long after the deed a state is believed even where the deed was never seen to have an effect. */
const SURE_MS = 30 * 60_000;

/**
 * Those of the open findings of which everything that they compared is as it was before the first of them. `open`: oldest
 * first; `readings`: how things are now.
 */
export function putBackAmong(open: readonly Finding[], readings: readonly Snapshot[]): readonly Finding[] {
  const now = new Map(readings.map((reading) => [keyOf(reading), reading]));
  const wanted = new Map<string, Json>();
  for (const finding of open) {
    for (const comparison of finding.comparisons) {
      const before = comparison.before?.content;
      const keys = keysOf(comparison);
      if (before === undefined || keys.some((key) => wanted.has(key))) continue;
      for (const key of keys) wanted.set(key, demanded(finding, comparison, before));
    }
  }
  return open.filter((finding) => {
    const { comparisons, eventTime } = finding;
    const isBack = (comparison: Comparison): boolean => {
      const keys = keysOf(comparison);
      const reading = keys.map((key) => now.get(key)).find((one) => one !== undefined);
      const state = keys.map((key) => wanted.get(key)).find((one) => one !== undefined);
      if (reading === undefined || state === undefined) return false;
      const hasSettled = reading.observedAt.getTime() - eventTime.getTime() > waitOf(finding);
      return hasSettled && same(essence(comparison, reading.content), essence(comparison, state));
    };
    return comparisons.length > 0 && comparisons.every(isBack);
  });
}

/** Whether there is a change to be undone at all is known only where one was seen. */
function waitOf({ comparisons }: Finding): number {
  return comparisons.some(({ changes }) => changes.length > 0) ? SETTLE_MS : SURE_MS;
}

function demanded({ resources }: Finding, comparison: Comparison, before: Json): Json {
  const ids = new Set(spellings(comparison.resource).map(({ id }) => id));
  const owned = resources.find(({ kind, id }) => kind === comparison.resource.kind && ids.has(id));
  const demand = readerOf(comparison)?.demand;
  return owned === undefined || demand === undefined ? before : demand(owned, before);
}

function essence(comparison: Comparison, state: Json): Json {
  return readerOf(comparison)?.essence?.(state) ?? state;
}

function readerOf({ resource, aspect }: Comparison) {
  return READERS.find((reader) => reader.kind === resource.kind && reader.aspect === aspect);
}

/** A listener may have been named without its protocol. */
function keysOf({ resource, aspect }: Comparison): readonly string[] {
  return spellings(resource).map((ref) => keyOf({ ...ref, aspect }));
}

function keyOf({ kind, id, aspect }: Pick<Snapshot, 'kind' | 'id' | 'aspect'>): string {
  return `${kind} ${id} ${aspect}`;
}
