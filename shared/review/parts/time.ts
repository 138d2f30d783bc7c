import { html } from 'hono/html';
import { duration, localTime } from '../../notify/times.ts';
import { say, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import type { Html } from './text.ts';

/** A moment in the view's time zone, to the second; the distance from now where the pointer rests. */
export function time(at: Date, view: View): Html {
  return html`<time datetime="${at.toISOString()}" title="${ago(at, view)}">${short(at, view)}</time>`;
}

/** How long ago it is, with the moment itself where the pointer rests. */
export function age(at: Date, view: View): Html {
  return html`<time datetime="${at.toISOString()}" title="${localTime(at, view.timeZone)}">${ago(at, view)}</time>`;
}

function ago(at: Date, view: View): string {
  return say(SHELL.ago, view, { duration: duration(Math.max(0, view.now.getTime() - at.getTime()), view.language) });
}

/** `2026-11-24 16:00:00`; the zone stands at the foot of the page. */
function short(at: Date, { timeZone }: View): string {
  return at.toLocaleString('sv-SE', { timeZone });
}
