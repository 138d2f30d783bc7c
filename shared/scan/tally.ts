import type { Reason } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Decoded } from '../sources/actiontrail/decode.ts';

/** An event that could not be decided, and why. */
export interface Undecided {
  readonly event: Pick<AuditEvent, 'id' | 'eventTime' | 'service' | 'action' | 'actor'>;
  readonly why: string;
}

/** What one event of the past led to. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly silence?: Reason | 'set-aside';
  readonly undecided?: Undecided;
}

/** What many came to. */
export interface Totals {
  readonly events: number;
  readonly findings: readonly Finding[];
  /** How many events led to silence, by reason; `set-aside`: could not be read. */
  readonly silences: Readonly<Partial<Record<Reason | 'set-aside', number>>>;
  readonly undecided: readonly Undecided[];
}

/** Counts, and keeps each finding once. */
export interface Tally {
  /** False for an event that was counted before: one of a global product stands in the trail of every region. */
  readonly isNew: (item: Decoded) => boolean;
  readonly add: (verdict: Verdict) => void;
  readonly totals: () => Totals;
}

/** Begins with what was found before. */
export function createTally(before: readonly Finding[]): Tally {
  const seen = new Set<string>();
  const findings = new Map(before.map((finding) => [finding.id, finding]));
  const silences: Partial<Record<Reason | 'set-aside', number>> = {};
  const undecided: Undecided[] = [];
  return {
    isNew: (item) => {
      const key = item.kind === 'event' ? `${item.event.region} ${item.event.id}` : `set aside ${seen.size}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
    add: (verdict) => {
      for (const finding of verdict.findings) findings.set(finding.id, finding);
      if (verdict.silence !== undefined) silences[verdict.silence] = (silences[verdict.silence] ?? 0) + 1;
      if (verdict.undecided !== undefined) undecided.push(verdict.undecided);
    },
    totals: () => ({ events: seen.size, findings: [...findings.values()], silences, undecided }),
  };
}
