import type { Finding } from '../model/finding.ts';

/** The finding with a word on the one before it, which was about the same and had been resolved. */
export function recur(finding: Finding, earlier: Finding | undefined): Finding {
  if (earlier === undefined) return finding;
  const { id, resolvedAt, eventTime } = earlier;
  const note = `The same happened before: finding ${id} of ${eventTime.toISOString()}, resolved ${(resolvedAt ?? eventTime).toISOString()}.`;
  return { ...finding, earlier: id, notes: [...finding.notes, note] };
}
