import { createHash } from 'node:crypto';
import type { Inspected } from '../inspection/inspected.ts';
import type { Standing } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Effect } from '../model/operation.ts';
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
  readonly part: {
    readonly cluster: Cluster;
    readonly standing: Standing;
    readonly touched: readonly { readonly owned: OwnedResource; readonly touch?: { readonly effect: Effect } }[];
  };
  readonly matches: readonly [Match, ...Match[]];
  readonly seen: Pick<Inspected, 'comparisons' | 'restore' | 'notes' | 'verdict' | 'reinspectAt'>;
}

/** A refused call alerts only where the attempt itself is bad news. */
const ATTEMPTS_THAT_ALERT = new Set(['api-server-load-balancer', 'master']);

const LATE = "The event did not arrive; it was found in the trail's history.";

/** Puts one finding together: one event × one cluster, all its resources and rows. */
export function find({ event, part, matches, seen }: Evidence): Finding {
  const { cluster, standing } = part;
  const resources = distinct(part.touched.map(({ owned }) => owned));
  const [{ rule, severity }] = matches;
  const refused = event.outcome === 'failure';
  const isOver = seen.verdict === 'put-back';
  const harmed = part.touched.some(({ touch }) => touch && rule.harmfulAtOnce?.includes(touch.effect));
  const matters = !refused || resources.some(({ role }) => ATTEMPTS_THAT_ALERT.has(role));
  return {
    id: findingId(event, cluster.id),
    rule: rule.id,
    rules: [...new Set(matches.map((match) => match.rule.id))],
    rows: [...new Set(matches.flatMap((match) => match.rule.rows))],
    severity,
    outcome: event.outcome,
    ...(event.errorCode === undefined ? {} : { errorCode: event.errorCode }),
    isAlert: standing !== 'declared' && matters && (!isOver || harmed),
    status: isOver ? 'resolved' : 'new',
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
    comparisons: seen.comparisons,
    restore: seen.restore,
    ...(seen.reinspectAt === undefined ? {} : { reinspectAt: seen.reinspectAt }),
    ...(event.via === 'reconcile' ? { via: event.via } : {}),
    notes: event.via === 'reconcile' ? [LATE, ...seen.notes] : seen.notes,
  };
}

/** One call may do several things to one resource: it is named once. */
function distinct(resources: readonly OwnedResource[]): readonly OwnedResource[] {
  return [...new Map(resources.map((one) => [`${one.kind} ${one.id} ${one.role}`, one])).values()];
}

/** The same event and cluster always give the same id, whichever instance finds it. */
export function findingId(event: Pick<AuditEvent, 'accountId' | 'region' | 'id'>, clusterId: string): string {
  const key = JSON.stringify([event.accountId, event.region, event.id, clusterId]);
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}
