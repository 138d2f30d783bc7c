import type { Finding } from '../model/finding.ts';

/** A finding as the handler answers it: the public contract's fields and no more; those at the end only where they apply. */
export function summaryOf(finding: Finding) {
  const { id, rule, rows, severity, outcome, isAlert, status, accountId, region, operation, cluster } = finding;
  const { eventId, eventTime, receivedAt, errorCode, via, resolvedAt, resolvedBy, earlier, suppressedBy } = finding;
  const { type, name, standing } = finding.actor;
  const rest = { errorCode, via, resolvedAt, resolvedBy, earlier, suppressedBy };
  const known: Partial<Pick<Finding, keyof typeof rest>> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
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
    cluster,
    resources: finding.resources.map((resource) => ({ kind: resource.kind, id: resource.id, role: resource.role })),
    actor: { type, name, standing },
    ...known,
  };
}
