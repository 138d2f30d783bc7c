import type { Language, Text } from '../../model/text.ts';
import { foreign, type Line, phrase } from '../phrase.ts';
import { SENTENCES } from './known-sentences.ts';

/** Longer ones are cut: nobody reads them, and no pattern is to be slow on them. */
const LONGEST = 400;

const PATTERNS = Object.values<Text>(SENTENCES).map((text) => ({ text, pattern: patternOf(text.en) }));

/**
 * What is not a change reaches a message in English, one sentence or a few: notes, and what could not be learned. Told in
 * the reader's language when every sentence is a known one, else in English.
 */
export function inLanguage(sentences: string, language: Language): Line {
  const text = sentences.slice(0, LONGEST);
  const parts = [known(text, language)].flatMap((whole) =>
    whole ? [whole] : text.split(/(?<=\.) (?=\p{Lu})/u).map((one) => known(one, language)),
  );
  if (parts.some((part) => part === undefined)) return [foreign(sentences, LONGEST)];
  const between = language === 'en' ? ' ' : '';
  return parts.flatMap((part, index): Line => [...(index > 0 ? [between] : []), ...(part ?? [])]);
}

function known(sentence: string, language: Language): Line | undefined {
  for (const { text, pattern } of PATTERNS) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, foreign(value)] as const);
    return phrase(text[language], Object.fromEntries(values));
  }
  return undefined;
}

/** The English sentence as a pattern: case and a full stop at the end do not matter. */
function patternOf(template: string): RegExp {
  const source = template
    .replace(/\.$/u, '')
    .split(/(\{\w+\})/u)
    .map((part) =>
      /^\{\w+\}$/u.test(part) ? `(?<${part.slice(1, -1)}>.+?)` : part.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}\\.?$`, 'iu');
}
