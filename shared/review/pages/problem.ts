import { html } from 'hono/html';
import type { Text } from '../../model/text.ts';
import type { Html } from '../parts/text.ts';
import { href, say, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';

/** A page that is none: what is wrong, and where to go on. */
export function problem(title: Text, hint: Text, view: View, id = ''): Html {
  return html`<section class="card">
    <h1>${say(title, view)}</h1>
    <p>${say(hint, view, { id })}</p>
    <p><a href="${href(view, '/')}">${say(SHELL.overview, view)}</a></p>
  </section>`;
}
