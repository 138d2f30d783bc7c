import { html } from 'hono/html';
import { ROLE_WORDS } from '../../notify/words/roles.ts';
import type { Explained, Touching } from '../explain.ts';
import { href, say, type View } from '../view.ts';
import { EVENTS } from '../words/events.ts';
import { outcomeBadge } from './badges.ts';
import { facts, table } from './table.ts';
import { code, foreign, type Html, json } from './text.ts';
import { time } from './time.ts';

/** What an event of which nothing is kept turned out to be. */
export function explained(given: Explained, view: View): Html {
  const word = (key: keyof typeof EVENTS) => say(EVENTS[key], view);
  return html`<section class="card">
    <h2>${word('explained')}</h2>
    ${content(given, view)}
    ${
      given.found === 'event' || given.found === 'unreadable'
        ? html`<details>
            <summary>${word('raw')}</summary>
            ${json(given.raw)}
          </details>`
        : ''
    }
  </section>`;
}

function content(given: Explained, view: View): Html {
  switch (given.found) {
    case 'nowhere':
      return html`<p>${say(EVENTS.notInTrail, view)}</p>`;
    case 'unknown':
      return html`<p>${say(EVENTS.trailAway, view, { problem: given.problem })}</p>`;
    case 'unreadable':
      return html`<p>${say(EVENTS.unreadable, view, { problem: '' })} ${foreign(given.problem)}</p>`;
    case 'event':
      return html`${facts([
        [
          say(EVENTS.outcome, view),
          given.silence
            ? html`${outcomeBadge(given.silence.reason, view)} ${foreign(given.silence.why)}`
            : say(EVENTS.pending, view),
        ],
        [say(EVENTS.operation, view), code(`${given.event.service}:${given.event.action}`)],
        [say(EVENTS.actor, view), foreign(`${given.event.actor.type} ${given.event.actor.name}`)],
        [say(EVENTS.happened, view), time(given.event.eventTime, view)],
        [say(EVENTS.event, view), code(given.event.id)],
      ])}
      ${given.touches.length === 0 ? '' : touches(given.touches, view)}`;
  }
}

function touches(all: readonly Touching[], view: View): Html {
  return table(
    say(EVENTS.touches, view),
    [
      {
        head: say(EVENTS.touches, view),
        cell: ({ ref }) => html`<a href="${href(view, '/clusters', { id: ref.id })}">${code(ref.id)}</a>`,
      },
      { head: say(EVENTS.effect, view), cell: ({ effect }) => html`<code>${effect}</code>` },
      {
        head: say(EVENTS.owner, view),
        as: 'wide',
        cell: ({ owners }) =>
          owners.length === 0
            ? say(EVENTS.nobody, view)
            : html`${owners.map(
                ({ clusterId, role }) => html`<div>${code(clusterId)} ${say(ROLE_WORDS[role], view)}</div>`,
              )}`,
      },
    ],
    all,
  );
}
