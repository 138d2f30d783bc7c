import type { Json } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { ResourceRef } from '../model/resource.ts';
import { same } from './content.ts';
import { essenceOf, type Examined } from './examine.ts';
import { spellings } from './memory.ts';
import type { Verdict } from './verdict.ts';

/**
 * Resources whose open findings are all settled: everything that those compared is now as expected. A finding that
 * compared something else besides stays open, and so does what it is about.
 */
export function settledBy(
  examined: readonly (Examined & { readonly verdict: Verdict })[],
  open: readonly Finding[],
): readonly ResourceRef[] {
  const right = new Set(examined.filter(isRight).flatMap(({ target }) => keys(target.ref, target.reader.aspect)));
  const isSettled = ({ comparisons }: Finding): boolean =>
    comparisons.length > 0 &&
    comparisons.every(({ resource, aspect }) => keys(resource, aspect).some((key) => right.has(key)));
  const blocked = new Set(open.filter((finding) => !isSettled(finding)).flatMap(namesOf));
  const refs = open.filter(isSettled).flatMap(({ resources }) => resources.map(({ kind, id }) => ({ kind, id })));
  const free = new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  return [...free].filter(([key]) => !blocked.has(key)).map(([, ref]) => ref);
}

/** As it should be by the latest reading; without one, as the call asked for it, if that is what puts it right. */
function isRight(one: Examined & { readonly verdict: Verdict }): boolean {
  const { expected, reading, asked, doubt, verdict } = one;
  const counts = doubt === undefined || doubt === 'written-later';
  const state =
    reading !== undefined ? (counts ? reading.content : undefined) : verdict === 'restores' ? asked : undefined;
  if (expected === undefined || state === undefined) return false;
  const seen = (json: Json): Json => essenceOf(one, json);
  return same(seen(state), seen(expected.state));
}

function namesOf({ resources }: Finding): readonly string[] {
  return resources.map(({ kind, id }) => `${kind} ${id}`);
}

function keys(ref: ResourceRef, aspect: string): readonly string[] {
  return spellings(ref).map(({ kind, id }) => `${kind} ${id} ${aspect}`);
}
