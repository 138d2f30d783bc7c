import { html } from 'hono/html';
import { duration } from '../../notify/times.ts';
import { say, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import type { Html } from './text.ts';

/** A moment in the view's time zone, to the second; the zone stands at the foot of the page. */
export function time(at: Date, view: View): Html {
  return html`<time datetime="${at.toISOString()}">${view.clock(at)}</time>`;
}

/** How long ago it is, with the moment itself where the pointer rests. */
export function age(at: Date, view: View): Html {
  return html`<time datetime="${at.toISOString()}" title="${view.clock(at)}">${ago(at, view)}</time>`;
}

function ago(at: Date, view: View): string {
  return say(SHELL.ago, view, { duration: duration(Math.max(0, view.now.getTime() - at.getTime()), view.language) });
}
