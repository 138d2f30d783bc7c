import { html } from 'hono/html';
import { href, type Query, say, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import type { Html } from './text.ts';

/** Goes on through a list: forth, and back to its beginning. Lists are too long to be counted. */
export function pager(view: View, path: string, query: Query, next: string | undefined): Html {
  const { after, ...rest } = query;
  if (next === undefined && after === undefined) return html``;
  return html`<nav class="pager" aria-label="${say(SHELL.next, view)}">
    ${after === undefined ? '' : html`<a class="button" href="${href(view, path, rest)}">${say(SHELL.first, view)}</a>`}
    ${
      next === undefined
        ? ''
        : html`<a class="button" rel="next" href="${href(view, path, { ...rest, after: next })}"
            >${say(SHELL.next, view)}</a
          >`
    }
  </nav>`;
}
