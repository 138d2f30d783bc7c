import type { Text } from '../model/text.ts';

/** Every fixed word of the report; `{…}` is filled in. */
export const REPORT_WORDS = {
  title: {
    en: 'What ackwatch would have found',
    zh: 'ackwatch 本可发现的风险操作',
    ja: 'ackwatch が見つけたはずの危険な操作',
  },
  about: {
    en: 'Account {account}, {regions}, from {since} to {end}: {events} writes on {clusters} clusters were read.',
    zh: '账号 {account}，{regions}，{since} 至 {end}：读取了 {events} 次写操作，涉及 {clusters} 个集群。',
    ja: 'アカウント {account}、{regions}、{since} から {end}：{clusters} クラスターについて書き込み {events} 件を読みました。',
  },
  partial: {
    en: 'The scan was interrupted: older events are missing.',
    zh: '扫描被中断：缺少更早的事件。',
    ja: 'スキャンは途中で終わりました。それより古いイベントは含まれません。',
  },
  none: { en: 'No risky operation was found.', zh: '未发现高风险操作。', ja: '危険な操作は見つかりませんでした。' },
  limits: { en: 'What the past cannot tell', zh: '历史记录无法说明的内容', ja: '過去の記録からは分からないこと' },
  limitOwner: {
    en: 'Whose a resource was is judged by the inventory of today. What was deleted since is known only where the trail still shows its creation.',
    zh: '资源归属按当前的资源清单判断；此后已删除的资源，只有操作记录中仍有创建事件时才能识别。',
    ja: 'リソースの持ち主は現在の構成から判断しています。その後に削除されたものは、作成の記録が残っている場合だけ分かります。',
  },
  limitBefore: {
    en: 'How a resource was configured before a call is unknown unless the call says it: only the state of today was read.',
    zh: '除非调用本身说明，变更前的配置未知：仅读取了当前状态。',
    ja: '呼び出し前の設定は、呼び出し自体に書かれていない限り不明です。読み取れるのは現在の状態だけです。',
  },
  limitRows: {
    en: 'ActionTrail does not show these rows of the manual: {rows}.',
    zh: '操作记录无法体现手册中的这些条目：{rows}。',
    ja: '操作記録に現れないマニュアルの項目：{rows}。',
  },
  undecided: {
    en: 'Of {count} events nobody could tell whose resource it was, or who acted:',
    zh: '有 {count} 个事件无法确定资源归属或操作者：',
    ja: '{count} 件のイベントは、持ち主または実行者が分かりませんでした：',
  },
  unread: { en: 'Could not be read: {problem}', zh: '无法读取：{problem}', ja: '読み取れません：{problem}' },
} as const satisfies Readonly<Record<string, Text>>;
