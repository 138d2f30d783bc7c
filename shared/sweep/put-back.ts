import { same } from '../inspection/content.ts';
import { SETTLE_MS } from '../inspection/examine.ts';
import { spellings } from '../inspection/memory.ts';
import type { Reader } from '../inspection/reader.ts';
import type { Comparison, Json, Snapshot } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';

/** So long after the deed a state is believed even where the deed was never seen to have an effect. */
const SURE_MS = 30 * 60_000;

/**
 * Those of the open findings of which everything that they compared is as it was before the first of them. `open`: oldest
 * first; `readings`: how things are now; `readers`: those that read them.
 */
export function putBackAmong(
  open: readonly Finding[],
  readings: readonly Snapshot[],
  readers: readonly Reader[],
): readonly Finding[] {
  const readerOf = ({ resource, aspect }: Comparison): Reader | undefined =>
    readers.find((reader) => reader.kind === resource.kind && reader.aspect === aspect);
  const now = new Map(readings.map((reading) => [keyOf(reading), reading]));
  const wanted = new Map<string, Json>();
  for (const finding of open) {
    for (const comparison of finding.comparisons) {
      const before = comparison.before?.content;
      const keys = keysOf(comparison);
      if (before === undefined || keys.some((key) => wanted.has(key))) continue;
      for (const key of keys) wanted.set(key, demanded(finding, comparison, before, readerOf(comparison)));
    }
  }
  return open.filter((finding) => {
    const { comparisons, eventTime } = finding;
    const isBack = (comparison: Comparison): boolean => {
      const keys = keysOf(comparison);
      const reading = keys.map((key) => now.get(key)).find((one) => one !== undefined);
      const state = keys.map((key) => wanted.get(key)).find((one) => one !== undefined);
      if (reading === undefined || state === undefined) return false;
      const essence = readerOf(comparison)?.essence ?? ((content: Json) => content);
      const hasSettled = reading.observedAt.getTime() - eventTime.getTime() > waitOf(finding);
      return hasSettled && same(essence(reading.content), essence(state));
    };
    return comparisons.length > 0 && comparisons.every(isBack);
  });
}

/** Whether there is a change to be undone at all is known only where one was seen. */
function waitOf({ comparisons }: Finding): number {
  return comparisons.some(({ changes }) => changes.length > 0) ? SETTLE_MS : SURE_MS;
}

function demanded({ resources }: Finding, { resource }: Comparison, before: Json, reader: Reader | undefined): Json {
  const ids = new Set(spellings(resource).map(({ id }) => id));
  const owned = resources.find(({ kind, id }) => kind === resource.kind && ids.has(id));
  return owned === undefined ? before : (reader?.demand?.(owned, before) ?? before);
}

/** A listener may have been named without its protocol. */
function keysOf({ resource, aspect }: Comparison): readonly string[] {
  return spellings(resource).map((ref) => keyOf({ ...ref, aspect }));
}

function keyOf({ kind, id, aspect }: Pick<Snapshot, 'kind' | 'id' | 'aspect'>): string {
  return `${kind} ${id} ${aspect}`;
}
