import { html } from 'hono/html';
import type { Line } from '../../notify/phrase.ts';

/** A piece of a page: escaped already. */
export type Html = ReturnType<typeof html>;

/** Control characters, and the marks that turn the direction of text around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Foreign text, set apart from ours, with everything shown that nobody would see. */
export function foreign(text: string, longest = 400): Html {
  return html`<bdi>${visible(text, longest)}</bdi>`;
}

/** The text with its unseen characters written out: `\u202e`. */
export function visible(text: string, longest = Number.POSITIVE_INFINITY): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown.replace(UNSEEN, (found) => `\\u${(found.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** An id or a name of an API: in monospace. */
export function code(text: string, longest = 400): Html {
  return html`<code>${foreign(text, longest)}</code>`;
}

/** A line of our words and foreign pieces; our own `code` is set in monospace. */
export function line(pieces: Line): Html {
  return html`${pieces.map((piece) => (typeof piece === 'string' ? ownWords(piece) : foreign(piece.foreign)))}`;
}

/** Our own sentence; what stands in backquotes is set in monospace. */
export function ownWords(text: string): Html {
  return html`${text.split(/`([^`]+)`/u).map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A value as indented JSON; line breaks of our own making only. */
export function json(value: unknown): Html {
  const text = JSON.stringify(value, null, 2) ?? 'null';
  return html`<pre class="raw" tabindex="0">${text.split('\n').map((one) => `${visible(one)}\n`)}</pre>`;
}
