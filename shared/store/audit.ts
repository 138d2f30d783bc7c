import type { AuditEntry, Seal } from '../model/audit.ts';

/** A point in the audit: everything up to an entry, and what everybody has to have finished before it is whole. */
export interface Horizon {
  readonly upTo: string;
  /** The first transaction that had not begun then. */
  readonly transaction: string;
}

/** The audit in the database. Entries are written along with what they tell of, by the methods that do it. */
export interface AuditStore {
  readonly horizon: () => Promise<Horizon>;
  /** Whether every transaction from before the horizon has ended: no entry can appear before it any more. */
  readonly isPast: (horizon: Horizon) => Promise<boolean>;
  readonly lastSeal: () => Promise<Seal | undefined>;
  readonly entriesAfter: (id: string, upTo: string, limit: number) => Promise<readonly AuditEntry[]>;
  /** Undefined when there is a seal of that number. */
  readonly addSeal: (seal: Omit<Seal, 'sealedAt' | 'retiredAt'>) => Promise<Seal | undefined>;
  readonly seals: (after: number, limit: number) => Promise<readonly Seal[]>;
  readonly sealedEntries: (firstId: string, lastId: string) => Promise<readonly AuditEntry[]>;
  readonly unsealed: () => Promise<number>;
  /** Entries that are older than the newest seal and under none that still keeps its own. */
  readonly strayEntries: () => Promise<number>;
  /** Decisions that disagree with what these entries say of them, where no later entry says more. */
  readonly decisionFaults: (
    firstId: string,
    lastId: string,
  ) => Promise<readonly { readonly kind: 'changed' | 'missing'; readonly subject: string }[]>;
  /** Decisions of which no entry tells, a part of all at a time. `next`: where the following part begins. */
  readonly unwrittenDecisions: (after: string | undefined) => Promise<{
    readonly subjects: readonly string[];
    readonly next: string | undefined;
  }>;
  /**
   * Lets go of sealed entries that are all older: their seal stands for them. Decisions that led to nothing go with them;
   * findings stay. Returns how many entries went.
   */
  readonly retire: (olderThan: Date) => Promise<number>;
}
