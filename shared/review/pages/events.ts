import { html } from 'hono/html';
import type { Decision } from '../../model/decision.ts';
import type { Decided, DecisionFilter, Page } from '../../store/review.ts';
import type { Explained } from '../explain.ts';
import { shownMoment, timesOf } from '../filter.ts';
import { eventLink } from '../parts/around.ts';
import { outcomeBadge } from '../parts/badges.ts';
import { explained } from '../parts/explained.ts';
import { input, select } from '../parts/fields.ts';
import { pager } from '../parts/pager.ts';
import { table } from '../parts/table.ts';
import { code, foreign, type Html } from '../parts/text.ts';
import { time } from '../parts/time.ts';
import { href, say, type View } from '../view.ts';
import { EVENTS } from '../words/events.ts';
import { FINDINGS } from '../words/findings.ts';
import { SHELL } from '../words/shell.ts';
import { OUTCOME_WORDS } from '../words/terms.ts';

/** What can be asked for: everything that is kept. */
export const KEPT_OUTCOMES: readonly Decision['outcome'][] = [
  'finding',
  'ack-itself',
  'echo',
  'not-owned',
  'ownership-unknown',
  'no-effect',
  'restores',
  'approved',
  'dry-run',
  'suppressed',
  'unverified',
];

/** What the page is made of. `resource` is the id as it was asked for. */
export interface EventsPage {
  readonly filter: DecisionFilter;
  readonly resource: string | undefined;
  readonly after: string | undefined;
  readonly page: Page<Decided>;
  /** Told where an event was asked for by its id and no decision is kept. */
  readonly explanation: Explained | undefined;
}

/** What became of every event: the answer to "why was I not told?". */
export function events({ filter, resource, after, page, explanation }: EventsPage, view: View): Html {
  const word = (key: keyof typeof EVENTS) => say(EVENTS[key], view);
  const { eventId, outcome } = filter;
  const query = { event: eventId, resource, outcome, ...timesOf(filter), after };
  return html`<h1>${word('title')}</h1>
    <p>${word('lead')}</p>
    <section class="card">
      <form class="filters" method="get" action="${href(view, '/events')}">
        ${input(word('eventId'), 'event', eventId, { type: 'search' })}
        ${input(word('resource'), 'resource', resource, { type: 'search' })}
        ${select(word('outcome'), 'outcome', outcome, [
          ['', say(SHELL.all, view)],
          ...KEPT_OUTCOMES.map((one) => [one, say(OUTCOME_WORDS[one], view)] as const),
        ])}
        ${input(word('from'), 'from', shownMoment(filter.from, view.timeZone), { type: 'datetime-local' })}
        ${input(word('to'), 'to', shownMoment(filter.to, view.timeZone), { type: 'datetime-local' })}
        <input type="hidden" name="zone" value="${view.timeZone}" />
        <div class="row">
          <button class="primary">${say(SHELL.search, view)}</button>
          <a class="button" href="${href(view, '/events')}">${say(FINDINGS.clear, view)}</a>
        </div>
      </form>
    </section>
    ${explanation ? explained(explanation, view) : html`<section class="card">${list(page.items, view)}${pager(view, '/events', query, page.next)}</section>`}`;
}

function list(items: readonly Decided[], view: View): Html {
  if (items.length === 0) return html`<p>${say(EVENTS.nothing, view)}</p>`;
  return table(
    say(EVENTS.title, view),
    [
      { head: say(EVENTS.happened, view), cell: ({ eventTime }) => time(eventTime, view) },
      { head: say(EVENTS.operation, view), cell: (one) => eventLink(one, view) },
      { head: say(EVENTS.resources, view), cell: ({ resources }) => ids(resources) },
      { head: say(EVENTS.actor, view), cell: ({ actor }) => foreign(actor, 80) },
      {
        head: say(EVENTS.outcome, view),
        as: 'wide',
        cell: ({ outcome, why }) => html`${outcomeBadge(outcome, view)} <span class="soft">${foreign(why, 200)}</span>`,
      },
    ],
    items,
  );
}

function ids(resources: readonly string[]): Html {
  const shown = resources.slice(0, 3).map((id) => html`<div>${code(id, 60)}</div>`);
  return html`${shown}${resources.length > 3 ? html`<span class="soft">+${resources.length - 3}</span>` : ''}`;
}
