import type { Text } from '../../model/text.ts';

/**
 * The sentences that the rest of ackwatch hands to a message as notes and unknowns, in every language; `{…}` takes whatever
 * stands in its place. A sentence that is not here is told in English.
 */
export const SENTENCES = {
  noDatabase: {
    en: 'Running without a database: no earlier state, repeats possible.',
    zh: '未使用数据库运行：没有更早的状态，消息可能重复。',
    ja: 'データベースなしで動作中：以前の状態はなく、通知が重複することがあります。',
  },
  databaseAway: {
    en: 'The database did not answer: no earlier state, and this message may be repeated.',
    zh: '数据库无响应：没有更早的状态，本消息可能重复。',
    ja: 'データベースが応答しません：以前の状態はなく、この通知は重複することがあります。',
  },
} as const satisfies Record<string, Text>;
