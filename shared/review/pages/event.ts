import { html } from 'hono/html';
import type { Evidence, Reviewed } from '../../store/review.ts';
import { outcomeBadge } from '../parts/badges.ts';
import { findingTable } from '../parts/finding-table.ts';
import { facts } from '../parts/table.ts';
import { code, foreign, type Html, json } from '../parts/text.ts';
import { time } from '../parts/time.ts';
import { href, say, type View } from '../view.ts';
import { EVENTS } from '../words/events.ts';
import { FINDING } from '../words/finding.ts';

/** One event and what became of it. */
export interface EventPage {
  readonly evidence: Evidence;
  readonly findings: readonly Reviewed[];
}

/** Everything that is kept of one event. */
export function event({ evidence, findings }: EventPage, view: View): Html {
  const word = (key: keyof typeof EVENTS) => say(EVENTS[key], view);
  const { decided } = evidence;
  return html`<h1>${foreign(decided.operation, 120)}</h1>
    <section class="card">
      ${facts([
        [word('outcome'), html`${outcomeBadge(decided.outcome, view)}`],
        [word('why'), foreign(decided.why)],
        [word('actor'), foreign(decided.actor)],
        [word('happened'), time(decided.eventTime, view)],
        [say(FINDING.received, view), time(decided.receivedAt, view)],
        [
          word('resources'),
          html`${decided.resources.map(
            (id) => html`<div><a href="${href(view, '/clusters', { id })}">${code(id)}</a></div>`,
          )}`,
        ],
        [say(FINDING.account, view), html`${code(decided.accountId)} ${code(decided.region)}`],
        [word('event'), code(decided.eventId)],
      ])}
    </section>
    ${
      findings.length === 0
        ? ''
        : html`<section class="card">
            <h2>${word('findings')}</h2>
            ${findingTable(findings, view)}
          </section>`
    }
    <section class="card">
      <h2>${word('raw')}</h2>
      ${json(evidence.raw)}
      ${
        evidence.facts.length === 0
          ? ''
          : html`<details>
              <summary>${word('facts')}</summary>
              ${evidence.facts.map((hash) => html`<div>${code(hash)}</div>`)}
            </details>`
      }
    </section>`;
}
