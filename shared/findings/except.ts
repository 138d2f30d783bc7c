import type { Automation, Covered, Exceptions, Suppression } from '../model/exception.ts';
import type { Finding } from '../model/finding.ts';

/** The finding as the declared exceptions leave it: by trusted automation, silent for a while, or as it was. */
export function except(finding: Finding, { suppressions, automation }: Exceptions): Finding {
  const trusted = automation.find((one) => isBy(finding, one));
  const known = trusted === undefined ? finding : declared(finding, trusted);
  const covering = suppressions.find((one) => covers(one, known));
  return covering === undefined ? known : suppressed(known, covering);
}

/**
 * The change is as somebody wants it, so there is nothing to put back; what can never be put back alerts all the same.
 */
function declared(finding: Finding, { id, why }: Automation): Finding {
  const actor = { ...finding.actor, standing: 'declared' } as const;
  const notes = [...finding.notes, `Declared automation (${id}): ${why}.`];
  if (finding.restore.possible === false || finding.outcome === 'failure') return { ...finding, actor, notes };
  const { eventTime } = finding;
  return { ...finding, actor, notes, isAlert: false, status: 'resolved', resolvedAt: eventTime, resolvedBy: id };
}

function suppressed(finding: Finding, { id, why, by, until }: Suppression): Finding {
  const note = `Suppressed (${id}) by ${by} until ${until.toISOString()}: ${why}.`;
  const silent: Finding = { ...finding, isAlert: false, suppressedBy: id, notes: [...finding.notes, note] };
  return finding.status === 'resolved' ? silent : { ...silent, status: 'suppressed' };
}

/** Only somebody who is otherwise an outsider: a suspect is one whatever was declared. */
function isBy({ actor, accountId, cluster, rows }: Finding, automation: Automation): boolean {
  return (
    actor.standing === 'outsider' &&
    actor.type === automation.actor.type &&
    same(actor.name, automation.actor.name) &&
    (actor.accountId === undefined || actor.accountId === accountId) &&
    (automation.accounts === undefined || automation.accounts.includes(accountId)) &&
    isAmong(cluster, automation.clusters) &&
    rows.length > 0 &&
    rows.every((row) => automation.rows.includes(row))
  );
}

/** By the time of the deed: what was done inside a window may arrive after it. */
function covers({ what, from, until }: Suppression, finding: Finding): boolean {
  const { eventTime } = finding;
  return eventTime >= from && eventTime < until && CRITERIA.every((holds) => holds(what, finding));
}

const CRITERIA: readonly ((what: Covered, finding: Finding) => boolean)[] = [
  ({ accounts }, { accountId }) => accounts === undefined || accounts.includes(accountId),
  ({ clusters }, { cluster }) => clusters === undefined || isAmong(cluster, clusters),
  ({ rules }, finding) => rules === undefined || finding.rules.every((rule) => rules.includes(rule)),
  ({ rows }, finding) => rows === undefined || finding.rows.every((row) => rows.includes(row)),
  ({ resources }, finding) =>
    resources === undefined || finding.resources.every(({ id }) => resources.some((one) => isOrHolds(one, id))),
  ({ actors }, { actor }) => actors === undefined || actors.some((name) => same(name, actor.name)),
  ({ operations }, { operation }) => operations === undefined || operations.some((name) => same(name, operation)),
];

function isAmong({ id, name }: Finding['cluster'], clusters: readonly string[]): boolean {
  return clusters.includes(id) || clusters.includes(name);
}

/** A load balancer covers its listeners: `lb-1` covers `lb-1/6443/tcp`. */
function isOrHolds(whole: string, id: string): boolean {
  return id === whole || id.startsWith(`${whole}/`);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
