import type { Finding } from '../model/finding.ts';

/** A finding as the handler answers it: the public contract's fields and no others, whatever a finding comes to hold. */
export function summaryOf(finding: Finding) {
  const { id, rule, rows, severity, outcome, isAlert, status, accountId, region, operation } = finding;
  const { eventId, eventTime, receivedAt, cluster, resources, actor } = finding;
  return {
    id,
    rule,
    rows,
    severity,
    outcome,
    isAlert,
    status,
    accountId,
    region,
    operation,
    eventId,
    eventTime,
    receivedAt,
    cluster: { id: cluster.id, name: cluster.name },
    resources: resources.map((resource) => ({ kind: resource.kind, id: resource.id, role: resource.role })),
    actor: { type: actor.type, name: actor.name, standing: actor.standing },
  };
}
