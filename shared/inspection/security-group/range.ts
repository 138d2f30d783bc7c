/** Numbers from … to …, both included: addresses or ports. */
export interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

export function holds(ranges: readonly Range[], point: bigint): boolean {
  return ranges.some(({ from, to }) => from <= point && point <= to);
}

/** Whether the ranges together hold all, some or none of the numbers in `whole`. */
export function coverage(ranges: readonly Range[], whole: Range): 'all' | 'some' | 'none' {
  const points = criticalPoints(whole, ranges);
  const held = points.filter((point) => holds(ranges, point)).length;
  if (held === 0) return 'none';
  return held === points.length ? 'all' : 'some';
}

/**
 * One point of every stretch of `whole` on which no range begins or ends, ascending. What is decided by the ranges alone
 * is the same on a whole stretch, so looking at these points is looking at all.
 */
export function criticalPoints(whole: Range, ranges: readonly Range[]): readonly bigint[] {
  const points = new Set([whole.from]);
  for (const { from, to } of ranges) {
    if (from > whole.from && from <= whole.to) points.add(from);
    if (to >= whole.from && to < whole.to) points.add(to + 1n);
  }
  return [...points].toSorted((a, b) => (a < b ? -1 : 1));
}
