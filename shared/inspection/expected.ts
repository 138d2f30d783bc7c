import type { Json } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import { same } from './content.ts';
import { spellings, type Memory } from './memory.ts';
import type { Target } from './targets.ts';

/** How a resource should be, and whether the state before is known not to be so. */
export interface Expected {
  readonly state: Json;
  readonly isWrongBefore: boolean;
}

/**
 * What ACK demands, else the baseline. The baseline counts only while a finding on this resource is open: without one,
 * what differs from it was ACK's own doing, and the baseline follows only later.
 */
export function expectedOf(target: Target, memory: Memory, before: Json | undefined): Expected | undefined {
  const { owned, reader } = target;
  const demand = (state: Json): Json => reader.demand?.(owned, state) ?? state;
  const [first] = openComparisons(memory.open, target);
  if (first !== undefined) {
    const then = first.before?.content;
    const baseline = memory.baseline(target)?.content;
    // What a finding found newly created should not be there; a baseline of it would only be its first reading.
    const known = then === null || baseline === undefined ? then : baseline;
    const state = known === undefined ? before : known;
    return state === undefined ? undefined : { state: demand(state), isWrongBefore: true };
  }
  if (before === undefined) return undefined;
  const state = demand(before);
  return { state, isWrongBefore: !same(state, before) };
}

/** What open findings compared of this aspect, the oldest first. */
export function openComparisons(findings: readonly Finding[], { ref, reader }: Pick<Target, 'ref' | 'reader'>) {
  const ids = new Set(spellings(ref).map(({ id }) => id));
  return findings
    .toSorted((a, b) => a.eventTime.getTime() - b.eventTime.getTime())
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ resource, aspect }) => resource.kind === ref.kind && ids.has(resource.id) && aspect === reader.aspect);
}
