import { describe, expect, it } from 'vitest';
import type { Text } from '../../shared/model/text.ts';
import { phrase, written } from '../../shared/notify/phrase.ts';
import { duration } from '../../shared/notify/times.ts';
import { SEVERITY_WORDS, STANDING_WORDS, WORDS } from '../../shared/notify/words.ts';
import { ACTOR_WORDS } from '../../shared/notify/words/actors.ts';
import { ROLE_WORDS } from '../../shared/notify/words/roles.ts';
import { SENTENCES } from '../../shared/notify/words/known-sentences.ts';
import { inLanguage } from '../../shared/notify/words/sentences.ts';

const ALL: readonly (readonly [string, Text])[] = Object.entries({
  ...WORDS,
  ...SENTENCES,
  ...ROLE_WORDS,
  ...SEVERITY_WORDS,
  ...STANDING_WORDS,
  ...ACTOR_WORDS,
});
const placeholders = (text: string) => (text.match(/\{\w+\}/gu) ?? []).toSorted();

describe('the words of a message', () => {
  it.each(ALL)('fill in the same things in every language: %s', (_, { en, zh, ja }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(placeholders(ja)).toEqual(placeholders(en));
  });

  it.each(ALL)('are written as one writes in that language: %s', (_, { zh, ja }) => {
    expect(zh).not.toMatch(/\p{Script=Han}\s*[,:;!?.]|[,:;!?.]\s*\p{Script=Han}/u);
    expect(ja).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\s*[,;!?.]/u);
  });

  it('fill in foreign text as foreign, and leave a place without a value as it is', () => {
    const line = phrase('{a} and {b}', { a: { foreign: '<x>' } });

    expect(written(line, (text) => `[${text}]`)).toBe('[<x>] and {b}');
  });

  it.each([
    [0, '0 sec'],
    [69_000, '1 min 9 sec'],
    [3_600_000, '1 hr'],
    [90_061_000, '1 day 1 hr'],
  ])('tell %i ms in the two greatest units', (ms, expected) => {
    expect(duration(ms, 'en')).toBe(expected);
  });
});

describe('a note in the reader’s language', () => {
  const told = (sentence: string, language: 'en' | 'zh' | 'ja') =>
    written(inLanguage(sentence, language), (text) => `[${text}]`);

  it.each(Object.values<Text>(SENTENCES))('knows its own sentence: $en', ({ en, zh, ja }) => {
    const filled = en.replace(/\{\w+\}/gu, 'x-1');

    for (const [language, text] of [
      ['en', en],
      ['zh', zh],
      ['ja', ja],
    ] as const) {
      const expected = text.replace(/\{\w+\}/gu, '[x-1]');
      expect(told(filled, language).toLowerCase()).toBe(expected.toLowerCase());
    }
  });

  it.each([
    ['state after the call: reading is not allowed (Forbidden.RAM)', '调用后的状态：没有读取权限（[Forbidden.RAM]）'],
    ['The state after the call is not known: the cloud did not answer in time.', '调用后的状态未知：云端未及时响应。'],
    [
      'The new server group gets another id than rsp-1: point the listeners and rules that used the old one at it. Add the other 5 backends to it.',
      '新服务器组的 ID 与 [rsp-1] 不同：请将使用旧服务器组的监听和转发策略指向新的服务器组。请将其余 [5] 个后端服务器添加到其中。',
    ],
  ])('puts together what was put together: %s', (sentence, expected) => {
    expect(told(sentence, 'zh')).toBe(expected);
  });

  it('stays English as a whole where a part is not in the list, and begins with a capital', () => {
    expect(told('a sentence of tomorrow', 'zh')).toBe('[A sentence of tomorrow]');
    expect(told('Add the other 5 backends to it. And wait.', 'zh')).toBe('[Add the other 5 backends to it. And wait.]');
  });

  it('is quick about a sentence without end', () => {
    expect(told(`The new rule gets another id than ${'x. X'.repeat(100_000)}`, 'ja').length).toBeLessThan(450);
  });
});
