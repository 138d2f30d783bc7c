import { html } from 'hono/html';
import type { AuditEntry } from '../../model/audit.ts';
import type { Finding } from '../../model/finding.ts';
import { duration } from '../../notify/times.ts';
import type { Decided, Told } from '../../store/review.ts';
import type { ReviewEntry } from '../../store/reviewing.ts';
import { href, say, type View } from '../view.ts';
import { AUDIT_WORDS } from '../words/audit.ts';
import { EVENTS } from '../words/events.ts';
import { FINDING } from '../words/finding.ts';
import { ACTION_WORDS, DELIVERY_WORDS, VERDICT_WORDS } from '../words/terms.ts';
import { outcomeBadge } from './badges.ts';
import { table } from './table.ts';
import { code, foreign, type Html } from './text.ts';
import { time } from './time.ts';

/** What else happened to the same resources: what came before may have prepared it, what came after may be its echo. */
export function around(finding: Finding, all: readonly Decided[], view: View): Html {
  return table(
    say(FINDING.around, view),
    [
      { head: say(EVENTS.happened, view), cell: ({ eventTime }) => distance(eventTime, finding.eventTime, view) },
      { head: say(EVENTS.operation, view), as: 'wide', cell: (one) => eventLink(one, view) },
      { head: say(EVENTS.actor, view), cell: ({ actor }) => foreign(actor, 80) },
      { head: say(EVENTS.outcome, view), cell: ({ outcome }) => outcomeBadge(outcome, view) },
    ],
    all,
  );
}

/** An event by its operation; the link leads to what became of it. */
export function eventLink({ accountId, region, eventId, operation }: Decided, view: View): Html {
  const path = [accountId, region, eventId].map(encodeURIComponent).join('/');
  return html`<a href="${href(view, `/events/${path}`)}">${foreign(operation, 120)}</a>`;
}

/** Every message about the finding and how far it came. */
export function deliveries(all: readonly Told[], view: View): Html {
  if (all.length === 0) return html`<p>${say(FINDING.noMessages, view)}</p>`;
  return table(
    say(FINDING.deliveries, view),
    [
      { head: say(FINDING.channel, view), cell: ({ channel }) => foreign(channel, 60) },
      {
        head: say(FINDING.state, view),
        cell: ({ state, why }) =>
          html`${say(DELIVERY_WORDS[state], view)}${why === undefined ? '' : html` <span class="soft">${foreign(why, 300)}</span>`}`,
      },
      { head: say(FINDING.attempts, view), as: 'number', cell: ({ attempts }) => attempts },
      { head: say(FINDING.settled, view), cell: ({ settledAt }) => (settledAt ? time(settledAt, view) : '') },
    ],
    all,
  );
}

/** What the audit says of it; `ackwatch audit verify` tells whether that was changed since. */
export function audit(all: readonly AuditEntry[], view: View): Html {
  if (all.length === 0) return html`<p class="soft">${say(FINDING.noAudit, view)}</p>`;
  return table(
    say(FINDING.audit, view),
    [
      { head: say(FINDING.auditEntry, view), cell: ({ id }) => id },
      { head: say(EVENTS.happened, view), cell: ({ at }) => time(at, view) },
      { head: say(FINDING.auditKind, view), cell: ({ kind }) => say(AUDIT_WORDS[kind], view) },
      { head: say(FINDING.auditContent, view), as: 'wide', cell: ({ content }) => code(content, 600) },
    ],
    all,
  );
}

/** What reviewers did with it, in order. */
export function entries(all: readonly ReviewEntry[], view: View): Html {
  if (all.length === 0) return html`<p class="soft">${say(FINDING.nobody, view)}</p>`;
  return html`<ol class="entries">
    ${all.map(
      (one) =>
        html`<li>
          <div>
            <b>${foreign(one.by, 80)}</b> ${say(ACTION_WORDS[one.action], view)}${
              one.action === 'verdict' ? html`: <b>${say(VERDICT_WORDS[one.verdict], view)}</b>` : ''
            }${one.action === 'suppress' ? html` → ${time(one.until, view)}` : ''}
          </div>
          <div class="soft">${time(one.at, view)}</div>
          ${one.text === '' ? '' : html`<p>${foreign(one.text, 4_000)}</p>`}
        </li>`,
    )}
  </ol>`;
}

function distance(at: Date, from: Date, view: View): Html {
  const ms = at.getTime() - from.getTime();
  const side = say(ms < 0 ? FINDING.precursor : FINDING.follow, view);
  return html`<time datetime="${at.toISOString()}">${duration(Math.abs(ms), view.language)} ${side}</time>`;
}
