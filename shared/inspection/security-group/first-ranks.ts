import type { Matcher } from './precedence.ts';
import type { Range } from './range.ts';

/** By mark, for each point, the place of the first rule that applies to peers with the mark; beyond the end: none does. */
export type Ranks = ReadonlyMap<string, Int32Array>;

const NONE = 2 ** 31 - 1;

/** Points ascend. A rule's mark is the group or the unread part on which it depends; the empty mark is everybody's. */
export function firstRanks(matchers: readonly Matcher[], points: readonly bigint[]): Ranks {
  const ranks = new Map<string, { readonly first: Int32Array; readonly nextFree: Int32Array }>();
  for (const [rank, matcher] of matchers.entries()) {
    const mark = markOf(matcher);
    const row = ranks.get(mark) ?? emptyRow(points.length);
    ranks.set(mark, row);
    for (const range of matcher.peer) {
      const end = firstAfter(points, range.to);
      for (let at = free(row.nextFree, firstFrom(points, range)); at < end; at = free(row.nextFree, at)) {
        row.first[at] = rank;
        row.nextFree[at] = at + 1;
      }
    }
  }
  return new Map([...ranks].map(([mark, { first }]) => [mark, first]));
}

function markOf({ groupId, unread }: Matcher): string {
  return [...(groupId === undefined ? [] : [`group:${groupId}`]), ...(unread === undefined ? [] : [unread])].join(' ');
}

function emptyRow(length: number): { readonly first: Int32Array; readonly nextFree: Int32Array } {
  return { first: new Int32Array(length).fill(NONE), nextFree: Int32Array.from({ length: length + 1 }, (_, at) => at) };
}

/** The first point from here that no earlier rule has taken; the path to it is shortened for the next who asks. */
function free(nextFree: Int32Array, from: number): number {
  let end = from;
  while ((nextFree[end] ?? end) !== end) end = nextFree[end] ?? end;
  for (let at = from; at !== end;) {
    const next = nextFree[at] ?? end;
    nextFree[at] = end;
    at = next;
  }
  return end;
}

function firstFrom(points: readonly bigint[], { from }: Range): number {
  return firstAfter(points, from - 1n);
}

/** Index of the first point greater than the value, by halving. */
function firstAfter(points: readonly bigint[], value: bigint): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] ?? value) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
