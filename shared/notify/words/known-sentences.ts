import type { Text } from '../../model/text.ts';
import { SENTENCES_OF_CALLS } from './sentences-of-calls.ts';
import { SENTENCES_OF_LOSSES } from './sentences-of-losses.ts';
import { SENTENCES_OF_REMAKING } from './sentences-of-remaking.ts';
import { SENTENCES_OF_RESTORING } from './sentences-of-restoring.ts';
import { SENTENCES_OF_SELF } from './sentences-of-self.ts';

/**
 * The sentences that the rest of ackwatch hands to a message as notes and unknowns, in every language; `{…}` takes whatever
 * stands in its place, a sentence of this list too. What is not here is told in English.
 */
export const SENTENCES = {
  ...SENTENCES_OF_CALLS,
  ...SENTENCES_OF_SELF,
  ...SENTENCES_OF_RESTORING,
  ...SENTENCES_OF_REMAKING,
  ...SENTENCES_OF_LOSSES,
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

  foundLate: {
    en: "The event did not arrive; it was found in the trail's history.",
    zh: '该事件未送达，是在操作审计的历史记录中发现的。',
    ja: 'このイベントは届かず、証跡の履歴から見つかりました。',
  },
  happenedBefore: {
    en: 'The same happened before: finding {id} of {time}, resolved {end}.',
    zh: '此前发生过同样的情况：{time} 的发现 {id}，已于 {end} 解决。',
    ja: '以前にも同じことが起きています：{time} の検出 {id}（{end} に解決）。',
  },
  suppressed: {
    en: 'Suppressed ({id}) by {by} until {time}: {why}.',
    zh: '已由 {by} 抑制（{id}），至 {time}：{why}。',
    ja: '{by} により {time} まで抑止中（{id}）：{why}。',
  },
  declaredAutomation: {
    en: 'Declared automation ({id}): {why}.',
    zh: '已声明的自动化（{id}）：{why}。',
    ja: '宣言済みの自動処理（{id}）：{why}。',
  },

  // What could not be learned of before and after.
  notRead: {
    en: 'what this call changes of it is not read',
    zh: '该调用所改变的部分未被读取',
    ja: 'この呼び出しが変更する部分は読み取り対象外です',
  },
  noEarlierReading: {
    en: 'no reading from before the call',
    zh: '没有调用之前的读取记录',
    ja: '呼び出し前の読み取り結果がありません',
  },
  beforeFromCall: {
    en: 'the state before is taken from the call itself',
    zh: '变更前的状态取自调用本身',
    ja: '変更前の状態は呼び出し自体から得たものです',
  },
  afterFragment: {
    en: 'state after the call: {problem}',
    zh: '调用后的状态：{problem}',
    ja: '呼び出し後の状態：{problem}',
  },
  afterUnknown: {
    en: 'The state after the call is not known: {problem}.',
    zh: '调用后的状态未知：{problem}。',
    ja: '呼び出し後の状態は不明です：{problem}。',
  },
  writtenLater: {
    en: 'a later call is known, so the state right after this one is not',
    zh: '已知有更晚的调用，因此无法确定本次调用刚结束时的状态',
    ja: '後の呼び出しがあるため、この呼び出し直後の状態は分かりません',
  },
  readingTooOld: {
    en: 'the reading is no younger than the call',
    zh: '读取结果不晚于该调用',
    ja: '読み取り結果は呼び出しより新しくありません',
  },
  nothingYet: {
    en: 'nothing had changed yet when it was read; it is read again',
    zh: '读取时尚未发生变化，将再次读取',
    ja: '読み取り時点ではまだ変化がなく、もう一度読み取ります',
  },
  changesAsAsked: {
    en: 'the changes shown are what the call asked for',
    zh: '所示变更为调用所请求的内容',
    ja: '表示している変更は呼び出しが要求した内容です',
  },
  askedNotRead: {
    en: 'what the call asked for is not part of what is read',
    zh: '调用所请求的内容不在读取范围内',
    ja: '呼び出しが要求した内容は読み取り対象に含まれません',
  },
  differsToo: {
    en: 'Differs too since the last reading, though the call did not ask for it: {names}.',
    zh: '自上次读取以来，以下内容也有差异，但并非该调用所请求：{names}。',
    ja: '前回の読み取り以降、呼び出しが要求していない次の点も異なります：{names}。',
  },

  // Why the cloud told nothing.
  saidNothing: {
    en: 'the cloud said nothing of it',
    zh: '云端未返回其信息',
    ja: 'クラウドからその情報が返りませんでした',
  },
  noAnswer: {
    en: 'the cloud did not answer in time',
    zh: '云端未及时响应',
    ja: 'クラウドが時間内に応答しませんでした',
  },
  unreachable: { en: 'the cloud could not be reached', zh: '无法连接云端', ja: 'クラウドに接続できませんでした' },
  throttled: {
    en: 'the cloud throttled the reading',
    zh: '读取被云端限流',
    ja: '読み取りがクラウドのスロットリングを受けました',
  },
  notAllowed: {
    en: 'reading is not allowed ({code})',
    zh: '没有读取权限（{code}）',
    ja: '読み取りが許可されていません（{code}）',
  },
  answered: { en: 'the cloud answered {code}', zh: '云端返回 {code}', ja: 'クラウドの応答は {code} でした' },
} as const satisfies Record<string, Text>;
