import type { Decision } from '../model/decision.ts';
import type { Severity } from '../model/severity.ts';

/** What tells whether ackwatch sees and is heard. */
export interface Vitals {
  /** Records of the last day that could not be read. */
  readonly setAside: number;
  /** Messages that should have been told long ago, over channels that are open. */
  readonly overdue: { readonly count: number; readonly since: Date | undefined };
  /** Clusters of which something was not listed for long. */
  readonly stale: readonly {
    readonly clusterId: string;
    readonly name: string;
    readonly resources: number;
    readonly since: Date;
  }[];
}

/** What happened since some time. */
export interface Counts {
  readonly decided: readonly { readonly outcome: Decision['outcome']; readonly count: number }[];
  readonly findings: readonly { readonly severity: Severity; readonly count: number }[];
  readonly alerts: number;
  readonly suppressed: number;
  readonly declared: number;
  readonly late: number;
  readonly resolved: number;
  /** Still open, however old. */
  readonly open: number;
  /** Still waiting for somebody to say whose a resource or a role is. */
  readonly held: number;
  readonly setAside: number;
  readonly delivered: number;
  readonly abandoned: number;
  readonly waiting: number;
}

/** How well ackwatch itself does, in all accounts that it watches. */
export interface VitalsStore {
  readonly vitals: (accountIds: readonly string[]) => Promise<Vitals>;
  readonly counts: (accountIds: readonly string[], since: Date) => Promise<Counts>;
}
