import type { Language, Text } from '../model/text.ts';
import type { ReviewRole } from '../store/review-access.ts';

/** Who looks at the page. */
export interface Visitor {
  readonly name: string;
  readonly role: ReviewRole;
  /** `local`: without sign-in, on the machine that ackwatch runs on. */
  readonly via: string;
}

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How one request is answered: to whom, in which language, with which addresses. */
export interface View {
  readonly language: Language;
  readonly timeZone: string;
  /** What a clock there shows at a moment. */
  readonly clock: (at: Date) => string;
  readonly theme: Theme;
  readonly now: Date;
  /** What stands before every path of the page; empty, or `/ackwatch`. */
  readonly base: string;
  /** Path and query of this page, to come back to. */
  readonly here: string;
  readonly visitor?: Visitor | undefined;
  /** Proves that a form was sent from a page of this visitor's. */
  readonly formKey: string;
}

/** The text in the view's language, its `{…}` filled in. */
export function say(text: Text, { language }: Pick<View, 'language'>, values: Readonly<Record<string, string>> = {}) {
  return text[language].replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** An address of the page. Values that are absent or empty are left out. */
export function href(view: Pick<View, 'base'>, path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return `${view.base}${path}${text === '' ? '' : `?${text}`}`;
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
