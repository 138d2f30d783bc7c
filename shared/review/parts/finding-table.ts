import { html } from 'hono/html';
import type { Finding } from '../../model/finding.ts';
import { ruleToldOf } from '../../notify/told.ts';
import { catalogue } from '../../rules/catalogue.ts';
import type { Reviewed } from '../../store/review.ts';
import { href, say, type View } from '../view.ts';
import { FINDINGS } from '../words/findings.ts';
import { severityBadge, statusBadge, verdictBadge } from './badges.ts';
import { table } from './table.ts';
import { code, foreign, type Html } from './text.ts';
import { time } from './time.ts';

/** Findings, one a line; the title leads to each. Where they are of several accounts, each names its own. */
export function findingTable(items: readonly Reviewed[], view: View): Html {
  const isSeveral = new Set(items.map(({ finding }) => finding.accountId)).size > 1;
  return table(
    say(FINDINGS.what, view),
    [
      { head: say(FINDINGS.severity, view), as: 'head', cell: ({ finding }) => severityBadge(finding.severity, view) },
      { head: say(FINDINGS.what, view), as: 'wide', cell: ({ finding }) => what(finding, view) },
      {
        head: say(FINDINGS.cluster, view),
        cell: ({ finding: { cluster, accountId } }) =>
          html`<a href="${href(view, `/clusters/${encodeURIComponent(cluster.id)}`)}">${foreign(cluster.name, 60)}</a>
            ${isSeveral ? html`<div class="soft">${code(accountId)}</div>` : ''}`,
      },
      { head: say(FINDINGS.actor, view), cell: ({ finding }) => foreign(finding.actor.name, 60) },
      { head: say(FINDINGS.happened, view), as: 'head', cell: ({ finding }) => time(finding.eventTime, view) },
      {
        head: say(FINDINGS.status, view),
        as: 'head',
        cell: ({ finding, verdict }) => html`${statusBadge(finding.status, view)} ${verdictBadge(verdict, view)}`,
      },
    ],
    items,
    'cards compact',
  );
}

function what(finding: Finding, view: View): Html {
  const { id, rows, resources, outcome } = finding;
  const [first] = resources;
  return html`<a href="${findingPath(id, view)}">${titleOf(finding, view)}</a>
    ${outcome === 'failure' ? html`<span class="tag">${say(FINDINGS.refused, view)}</span>` : ''}
    <div class="soft">
      ${rows.join(' ')}${first ? html` · ${code(first.id, 80)}` : ''}${resources.length > 1 ? ` +${resources.length - 1}` : ''}
    </div>`;
}

/** What happened, as the rule says it. */
export function titleOf(finding: Pick<Finding, 'rule'>, view: View): string {
  return say(ruleToldOf(finding, catalogue).title, view);
}

export function findingPath(id: string, view: View): string {
  return href(view, `/findings/${encodeURIComponent(id)}`);
}
