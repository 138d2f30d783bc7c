import { plain } from './escape.ts';

/** A piece of a message: our own words, or foreign text that every channel makes harmless in its own way. */
export type Piece = string | { readonly foreign: string };

/** One line of a message. */
export type Line = readonly Piece[];

/** Text that is not ours, as one plain line of bounded length. */
export function foreign(text: string, longest?: number): Piece {
  return { foreign: plain(text, longest) };
}

/** Our own sentence with its `{…}` filled in. */
export function phrase(template: string, values: Readonly<Record<string, Piece | Line>> = {}): Line {
  return template
    .split(/(\{\w+\})/u)
    .filter((part) => part !== '')
    .flatMap((part): Line => (part.startsWith('{') ? [values[part.slice(1, -1)] ?? part].flat() : [part]));
}

/** The same where everything is our own: a headline, a label. */
export function sentence(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (part, name: string) => values[name] ?? part);
}

/** The line as text; `escape` is what the channel does to foreign pieces. */
export function written(line: Line, escape: (text: string) => string, own = (text: string) => text): string {
  return line.map((piece) => (typeof piece === 'string' ? own(piece) : escape(piece.foreign))).join('');
}
