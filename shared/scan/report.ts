import { summaryOf } from '../findings/summary.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster } from '../model/resource.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Scanned } from './scan.ts';

/** What a scan looked at and came to. */
export interface ScanReport {
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly since: Date;
  readonly end: Date;
  readonly clusters: readonly Pick<Cluster, 'id' | 'name' | 'region'>[];
  readonly scanned: Scanned;
  /** What of today's inventory could not be read. */
  readonly problems: readonly string[];
}

/** The worst first, then the latest. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => compareSeverity(b.severity, a.severity) || b.eventTime.getTime() - a.eventTime.getTime(),
  );
}

/** The report for a program. */
export function reportJson({ scanned, clusters, ...rest }: ScanReport) {
  return {
    ...rest,
    clusters: clusters.map(({ id, name, region }) => ({ id, name, region })),
    isComplete: scanned.isComplete,
    events: scanned.events,
    findings: worstFirst(scanned.findings).map(summaryOf),
    silences: scanned.silences,
    undecided: scanned.undecided.map(({ event, why }) => ({
      eventId: event.id,
      eventTime: event.eventTime,
      operation: `${event.service}:${event.action}`,
      why,
    })),
    reached: scanned.streams.map(({ region, service, until, isDone }) => ({ region, service, until, isDone })),
  };
}
