import type { Language, Text } from '../../model/text.ts';
import { foreign, type Line, phrase } from '../phrase.ts';

/**
 * Notes and unknowns reach a message as English sentences. Those that stand here are told in every language; `{…}` takes
 * whatever stands in its place. Any other is told in English.
 */
export const SENTENCES = {
  'no-database': {
    en: 'Running without a database: no earlier state, repeats possible',
    zh: '未使用数据库运行：没有更早的状态，消息可能重复',
    ja: 'データベースなしで動作中：以前の状態はなく、通知が重複することがあります',
  },
  'database-away': {
    en: 'The database did not answer: no earlier state, and this message may be repeated',
    zh: '数据库无响应：没有更早的状态，本消息可能重复',
    ja: 'データベースが応答しません：以前の状態はなく、この通知は重複することがあります',
  },
} as const satisfies Record<string, Text>;

const PATTERNS = Object.values<Text>(SENTENCES).map((text) => ({ text, pattern: patternOf(text.en) }));

/** One sentence of a finding in the reader's language, in English where it is not in the list. */
export function inLanguage(sentence: string, language: Language): Line {
  for (const { text, pattern } of PATTERNS) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, foreign(value)] as const);
    return phrase(text[language], Object.fromEntries(values));
  }
  return [foreign(sentence, 300)];
}

/** The English sentence as a pattern: case of the first letter and a full stop at the end do not matter. */
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
