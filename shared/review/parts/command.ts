import { html } from 'hono/html';
import { say, type View } from '../view.ts';
import { SHELL } from '../words/shell.ts';
import { type Html, visible } from './text.ts';

/** A command to copy; the script puts a button beside it. Whole or not at all: it was bounded where it was made. */
export function command(text: string, view: View): Html {
  return html`<div class="command" data-copy="${say(SHELL.copy, view)}" data-copied="${say(SHELL.copied, view)}">
    <pre tabindex="0"><code>${visible(text)}</code></pre>
  </div>`;
}
