import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';
import { ruleToldOf } from '../notify/told.ts';
import { plain } from '../notify/escape.ts';
import { catalogue } from '../rules/catalogue.ts';
import { inColumns } from './table.ts';

const HEAD = ['when (UTC)', 'severity', 'row', 'cluster', 'what happened', 'resource', 'by', 'finding'];

/** Findings in columns, in the order given; with the account first where they are of several. */
export function findingsTable(findings: readonly Finding[], language: Language): string {
  const isSeveral = new Set(findings.map(({ accountId }) => accountId)).size > 1;
  return inColumns(
    [...(isSeveral ? ['account'] : []), ...HEAD],
    findings.map((finding) => [
      ...(isSeveral ? [finding.accountId] : []),
      finding.eventTime.toISOString().slice(0, 16).replace('T', ' '),
      finding.severity,
      finding.rows[0] ?? '',
      plain(finding.cluster.name, 24),
      titleOf(finding, language),
      resourcesOf(finding),
      plain(finding.actor.name, 28),
      finding.id,
    ]),
  );
}

/** One line on one finding, for a log; `isSeveral`: of several accounts. */
export function findingLine(finding: Finding, language: Language, isSeveral = false): string {
  const { severity, rows, cluster, eventTime, actor, accountId } = finding;
  const at = eventTime.toISOString().slice(0, 16).replace('T', ' ');
  const who = plain(actor.name, 28);
  const where = `${plain(cluster.name, 24)}${isSeveral ? ` in account ${accountId}` : ''}`;
  return `${severity.toUpperCase()} ${rows[0] ?? ''} ${titleOf(finding, language)}: ${resourcesOf(finding)} of ${where}, ${at} UTC, by ${who}`;
}

function titleOf(finding: Finding, language: Language): string {
  const title = ruleToldOf(finding, catalogue).title[language];
  if (finding.outcome === 'failure') return `${title} (refused)`;
  return finding.status === 'resolved' ? `${title} (put back)` : title;
}

function resourcesOf({ resources }: Finding): string {
  const [first, ...others] = resources;
  if (first === undefined) return '';
  return `${plain(first.id, 40)}${others.length > 0 ? ` +${others.length}` : ''}`;
}
