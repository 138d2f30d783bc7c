import { html } from 'hono/html';
import type { Decision } from '../../model/decision.ts';
import type { Status } from '../../model/finding.ts';
import type { Severity } from '../../model/severity.ts';
import { SEVERITY_WORDS } from '../../notify/words.ts';
import type { Verdict } from '../../store/reviewing.ts';
import { say, type View } from '../view.ts';
import { OUTCOME_WORDS, STATUS_WORDS, VERDICT_WORDS } from '../words/terms.ts';
import type { Html } from './text.ts';

/** How bad: always with its word, the colour only repeats it. */
export function severityBadge(severity: Severity, view: View): Html {
  return html`<span class="badge ${severity}">${say(SEVERITY_WORDS[severity], view)}</span>`;
}

export function statusBadge(status: Status, view: View): Html {
  return html`<span class="tag status-${status}">${say(STATUS_WORDS[status], view)}</span>`;
}

export function verdictBadge(verdict: Verdict | undefined, view: View): Html {
  return verdict === undefined ? html`` : html`<span class="tag verdict">${say(VERDICT_WORDS[verdict], view)}</span>`;
}

export function outcomeBadge(outcome: Decision['outcome'], view: View): Html {
  return html`<span class="tag outcome">${say(OUTCOME_WORDS[outcome], view)}</span>`;
}
