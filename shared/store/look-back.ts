import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';

/** What became of an event, without the record itself. */
export type Past = Omit<Decision, 'raw' | 'facts'>;

/** What the path and the review page ask of the past. Every method may throw StoreError. */
export interface LookBack {
  /** What was decided about calls that named one of these resources in a span of event times, newest first, at most 100. */
  readonly decidedOn: (accountId: string, ids: readonly string[], since: Date, until: Date) => Promise<readonly Past[]>;
  /**
   * What ACK and the services behind it did on the cluster of a finding in the time after it, oldest first, at most 100:
   * mostly what the deed set off.
   */
  readonly echoesOf: (
    finding: Pick<Finding, 'accountId' | 'cluster' | 'eventTime'>,
    withinMs: number,
  ) => Promise<readonly Past[]>;
}
