import { createHash } from 'node:crypto';
import type { Standing } from '../model/actor.ts';
import type { Comparison, Restore } from '../model/change.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import type { Rule } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';

/** One rule that fires, as severe as the call makes it. */
export interface Match {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** Everything that is known once an event was judged for one cluster; the worst match comes first. */
export interface Evidence {
  readonly event: AuditEvent;
  readonly cluster: Cluster;
  readonly standing: Standing;
  readonly matches: readonly [Match, ...Match[]];
  readonly resources: readonly OwnedResource[];
  readonly comparisons: readonly Comparison[];
  readonly restore: Restore;
  readonly notes: readonly string[];
}

/** A refused call alerts only where the attempt itself is bad news. */
const ATTEMPTS_THAT_ALERT = new Set(['api-server-load-balancer', 'master']);

/** Puts one finding together: one event × one cluster, all its resources and rows. */
export function find(evidence: Evidence): Finding {
  const { event, cluster, standing, matches, resources } = evidence;
  const [{ rule, severity }] = matches;
  const refused = event.outcome === 'failure';
  return {
    id: findingId(event, cluster.id),
    rule: rule.id,
    rules: [...new Set(matches.map((match) => match.rule.id))],
    rows: [...new Set(matches.flatMap((match) => match.rule.rows))],
    severity,
    outcome: event.outcome,
    ...(event.errorCode === undefined ? {} : { errorCode: event.errorCode }),
    isAlert: standing !== 'declared' && (!refused || resources.some(({ role }) => ATTEMPTS_THAT_ALERT.has(role))),
    status: 'new',
    accountId: event.accountId,
    region: event.region,
    operation: `${event.service}:${event.action}`,
    eventId: event.id,
    eventTime: event.eventTime,
    receivedAt: event.receivedAt,
    cluster: { id: cluster.id, name: cluster.name },
    resources,
    actor: { ...event.actor, standing },
    srcEndpoint: event.srcEndpoint,
    comparisons: evidence.comparisons,
    restore: evidence.restore,
    notes: evidence.notes,
  };
}

/** The same event and cluster always give the same id, whichever instance finds it. */
export function findingId(event: Pick<AuditEvent, 'accountId' | 'region' | 'id'>, clusterId: string): string {
  const key = JSON.stringify([event.accountId, event.region, event.id, clusterId]);
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}
