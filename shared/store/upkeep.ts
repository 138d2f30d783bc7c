import type { Automation, Exceptions, Suppression } from '../model/exception.ts';
import type { Finding } from '../model/finding.ts';
import type { EventKey } from './store.ts';

/** How far something has come: everything up to `at` is done, or was begun. */
export interface Mark {
  readonly at: Date;
  readonly isComplete: boolean;
}

/** What the timers ask of the store besides what events do. Every method may throw StoreError. */
export interface Upkeep {
  /**
   * Takes a lease that nobody else holds, by the store's own clock. The token gives it back; without one, somebody else
   * is at work. It runs out by itself when its holder dies.
   */
  readonly hold: (name: string, forMs: number) => Promise<string | undefined>;
  readonly release: (name: string, token: string) => Promise<void>;

  readonly mark: (name: string) => Promise<Mark | undefined>;
  readonly setMark: (name: string, mark: Mark) => Promise<void>;

  /**
   * Those that nobody has decided yet. What is held counts as decided, because it is tried again anyway; only what came
   * over another bus waits for the trail.
   */
  readonly undecided: <E extends EventKey>(events: readonly E[]) => Promise<readonly E[]>;
  /** What is still to be put right on one cluster, oldest first. */
  readonly openFindingsOf: (clusterId: string) => Promise<readonly Finding[]>;
}

/** What people declared in the store, and what happened before. Every method may throw StoreError. */
export interface Precedents {
  readonly exceptions: (accountId: string) => Promise<Exceptions>;
  readonly suppress: (accountId: string, suppression: Suppression) => Promise<void>;
  readonly declare: (accountId: string, automation: Automation) => Promise<void>;
  /** Ends a suppression or a declaration before its time. */
  readonly endException: (id: string) => Promise<void>;
  /** The last resolved finding of an earlier deed with the same cluster and rule and one of the same resources; not of automation. */
  readonly resolvedBefore: (
    finding: Pick<Finding, 'id' | 'accountId' | 'cluster' | 'rule' | 'resources' | 'eventTime'>,
  ) => Promise<Finding | undefined>;
}
