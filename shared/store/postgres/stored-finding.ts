import type { Comparison, Snapshot } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';

type StoredSnapshot = Omit<Snapshot, 'observedAt'> & { readonly observedAt: string };

type StoredComparison = Omit<Comparison, 'before' | 'after' | 'now'> & {
  readonly before?: StoredSnapshot;
  readonly after?: StoredSnapshot;
  readonly now?: StoredSnapshot;
};

/** A finding as JSON keeps it: every time is text. */
export type StoredFinding = Omit<Finding, 'eventTime' | 'receivedAt' | 'reinspectAt' | 'resolvedAt' | 'comparisons'> & {
  readonly eventTime: string;
  readonly receivedAt: string;
  readonly reinspectAt?: string;
  readonly resolvedAt?: string;
  readonly comparisons: readonly StoredComparison[];
};

/** The finding as it was given; where review stands and when to read again are told by the columns. */
export function findingOf(row: {
  readonly content: StoredFinding;
  readonly status: Finding['status'];
  readonly reinspectAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
}): Finding {
  const { eventTime, receivedAt, reinspectAt: _, resolvedAt: __, resolvedBy: ___, comparisons, ...rest } = row.content;
  return {
    ...rest,
    status: row.status,
    eventTime: new Date(eventTime),
    receivedAt: new Date(receivedAt),
    comparisons: comparisons.map(comparisonOf),
    ...(row.reinspectAt ? { reinspectAt: row.reinspectAt } : {}),
    ...(row.resolvedAt ? { resolvedAt: row.resolvedAt } : {}),
    ...(row.resolvedBy === null ? {} : { resolvedBy: row.resolvedBy }),
  };
}

function comparisonOf({ before, after, now, ...rest }: StoredComparison): Comparison {
  return {
    ...rest,
    ...(before ? { before: snapshotOf(before) } : {}),
    ...(after ? { after: snapshotOf(after) } : {}),
    ...(now ? { now: snapshotOf(now) } : {}),
  };
}

function snapshotOf(stored: StoredSnapshot): Snapshot {
  return { ...stored, observedAt: new Date(stored.observedAt) };
}
