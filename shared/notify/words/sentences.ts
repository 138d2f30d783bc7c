import type { Language, Text } from '../../model/text.ts';
import { foreign, type Line, phrase } from '../phrase.ts';
import { SENTENCES } from './known-sentences.ts';

/** Longer ones are cut: nobody reads them, and no pattern is to be slow on them. */
const LONGEST = 400;

/** A sentence is tried only against those that begin alike: to compile all their patterns takes 20 ms. */
const PATTERNS = Object.values<Text>(SENTENCES).map((text) => ({
  text,
  begins: beginningOf(text.en),
}));

/**
 * What is not a change reaches a message in English, one sentence or a few: notes, and what could not be learned. Told in
 * the reader's language when every sentence is a known one, else in English.
 */
export function inLanguage(sentences: string, language: Language): Line {
  const text = sentences.slice(0, LONGEST);
  const whole = known(text, language);
  if (whole) return upper(whole);
  const parts = text.split(/(?<=\.) (?=\p{Lu})/u).map((one) => known(one, language));
  const lines = parts.filter((part) => part !== undefined);
  if (lines.length < parts.length) return upper([foreign(sentences, LONGEST)]);
  const between = language === 'en' ? ' ' : '';
  return lines.flatMap((line, index): Line => [...(index > 0 ? [between] : []), ...upper(line)]);
}

function known(sentence: string, language: Language): Line | undefined {
  const lower = sentence.toLowerCase();
  for (const { text, begins } of PATTERNS) {
    const found = lower.startsWith(begins) ? patternOf(text.en).exec(sentence) : null;
    if (!found) continue;
    const values = Object.entries(found.groups ?? {}).map(
      ([name, value]) => [name, known(value, language) ?? foreign(value)] as const,
    );
    return phrase(text[language], Object.fromEntries(values));
  }
  return undefined;
}

/** With a capital at its beginning: some stand in the middle of another sentence. */
function upper([first = '', ...others]: Line): Line {
  const raised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return [typeof first === 'string' ? raised(first) : { foreign: raised(first.foreign) }, ...others];
}

function beginningOf(template: string): string {
  return template.replace(/\.$|\{.*$/u, '').toLowerCase();
}

/** The English sentence as a pattern: case and a full stop at the end do not matter. */
function patternOf(template: string): RegExp {
  const source = template
    .replace(/\.$/u, '')
    .split(/(\{\w+\})/u)
    .map((part) =>
      /^\{\w+\}$/u.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}\\.?$`, 'iu');
}
