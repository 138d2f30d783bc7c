import { html } from 'hono/html';
import type { Health } from '../../store/review.ts';
import { href, say, type View } from '../view.ts';
import { OVERVIEW } from '../words/overview.ts';
import { SHELL } from '../words/shell.ts';
import { facts } from './table.ts';
import { foreign, type Html } from './text.ts';
import { age } from './time.ts';

/** The sweep comes every ten minutes: what it has not seen for three of them is behind. */
const BEHIND_MS = 30 * 60_000;

/** Whether inventory, messages and events keep up. */
export function machinery(health: Health, view: View): Html {
  return facts([
    [say(OVERVIEW.inventory, view), inventory(health, view)],
    [say(OVERVIEW.messages, view), messages(health, view)],
    [say(OVERVIEW.events, view), events(health, view)],
    [say(OVERVIEW.comparison, view), comparison(health, view)],
  ]);
}

function inventory({ lastSweep, stale, collected }: Health, view: View): Html {
  const [oldest] = collected;
  if (oldest === undefined) return html`${say(OVERVIEW.noClusters, view)}`;
  const behind = collected.filter((seenAt) => view.now.getTime() - seenAt.getTime() > BEHIND_MS).length;
  return html`${lines([
    behind === 0
      ? say(OVERVIEW.fresh, view)
      : html`<b><a href="${href(view, '/clusters')}">${counted('behind', behind, view)}</a></b>`,
    ...(stale === 0 ? [] : [html`<b>${counted('stale', stale, view)}</b>`]),
    html`${say(OVERVIEW.oldest, view)}: ${age(oldest, view)}`,
    ...(lastSweep ? [html`${say(OVERVIEW.lastSweep, view)}: ${age(lastSweep, view)}`] : []),
  ])}`;
}

function messages({ delivered, waiting, abandoned, oldestWaiting }: Health, view: View): Html {
  return lines([
    counted('delivered', delivered, view),
    waiting === 0
      ? counted('waiting', 0, view)
      : html`${counted('waiting', waiting, view)}${oldestWaiting ? html`, ${say(OVERVIEW.waitingSince, view)} ${age(oldestWaiting, view)}` : ''}`,
    abandoned === 0 ? counted('abandoned', 0, view) : html`<b>${counted('abandoned', abandoned, view)}</b>`,
  ]);
}

function events({ lastReceived, held, setAside }: Health, view: View): Html {
  return lines([
    html`${say(OVERVIEW.lastReceived, view)}: ${lastReceived ? age(lastReceived, view) : say(SHELL.never, view)}`,
    html`<a href="${href(view, '/events', { outcome: 'ownership-unknown' })}">${counted('held', held, view)}</a>`,
    setAside === 0 ? counted('setAside', 0, view) : html`<b>${counted('setAside', setAside, view)}</b>`,
  ]);
}

function comparison({ compared }: Health, view: View): Html {
  if (compared.length === 0) return html`<b>${say(OVERVIEW.notCompared, view)}</b>`;
  return lines(
    compared.map(({ region, upTo }) => {
      const line = html`${foreign(region, 40)}: ${say(OVERVIEW.compared, view)} ${age(upTo, view)}`;
      return view.now.getTime() - upTo.getTime() > BEHIND_MS ? html`<b>${line}</b>` : line;
    }),
  );
}

function counted(
  key: 'behind' | 'stale' | 'delivered' | 'waiting' | 'abandoned' | 'held' | 'setAside',
  count: number,
  view: View,
): string {
  return say(OVERVIEW[key], view, { count: String(count) });
}

function lines(all: readonly (Html | string)[]): Html {
  return html`${all.map((one) => html`<div>${one}</div>`)}`;
}
