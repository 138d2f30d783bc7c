import type { Text } from '../../model/text.ts';

/** What ackwatch says of itself. */
export const SENTENCES_OF_SELF = {
  historyUpTo: {
    en: 'The history of {region} was read up to {time}.',
    zh: '{region} 的历史事件已读取至 {time}。',
    ja: '{region} の履歴は {time} まで読み取り済みです。',
  },
  lastSweep: {
    en: 'The last sweep began {time}.',
    zh: '上次巡检始于 {time}。',
    ja: '前回の巡回は {time} に始まりました。',
  },
  notListed: {
    en: '{count} resources of {cluster} were last listed completely before {time}.',
    zh: '{cluster} 的 {count} 个资源在 {time} 之后未能完整列出。',
    ja: '{cluster} の {count} 個のリソースは {time} 以降、完全に一覧できていません。',
  },
  unreadRecords: {
    en: '{count} records of the last day could not be read.',
    zh: '过去一天有 {count} 条记录无法解析。',
    ja: '直近 1 日に {count} 件の記録を読み取れませんでした。',
  },
  messagesWait: {
    en: '{count} messages wait, the oldest since {time}.',
    zh: '{count} 条消息待发送，最早的自 {time} 起。',
    ja: '{count} 件の通知が送信待ちです（最古は {time} から）。',
  },
  dayFindings: {
    en: 'Findings: {count}, of which alerts: {alerts}, suppressed: {suppressed}, by declared automation: {declared}.',
    zh: '发现：{count}，其中告警：{alerts}，已抑制：{suppressed}，已声明的自动化：{declared}。',
    ja: '検出：{count} 件（アラート {alerts}、抑止 {suppressed}、宣言済みの自動処理 {declared}）。',
  },
  dayResolved: {
    en: 'Put back or accepted: {count}; still open: {open}.',
    zh: '已恢复或已接受：{count}；未解决：{open}。',
    ja: '復元または承認：{count} 件、未解決：{open} 件。',
  },
  dayDecided: {
    en: 'Events decided: {count}, without a finding: {reasons}.',
    zh: '已判定事件：{count}，其中无发现：{reasons}。',
    ja: '判定したイベント：{count} 件（検出なし：{reasons}）。',
  },
  dayLate: {
    en: 'Found late in the history of the trail: {count}.',
    zh: '事后在历史事件中发现：{count}。',
    ja: '証跡の履歴から遅れて見つかったもの：{count} 件。',
  },
  dayHeld: {
    en: 'Waiting until owner or actor is known: {count}.',
    zh: '等待确认归属或操作者：{count}。',
    ja: '所有者または実行者の確認待ち：{count} 件。',
  },
  dayUnread: {
    en: 'Records that could not be read: {count}.',
    zh: '无法解析的记录：{count}。',
    ja: '読み取れない記録：{count} 件。',
  },
  dayMessages: {
    en: 'Messages delivered: {count}, waiting: {waiting}, given up: {abandoned}.',
    zh: '已发送消息：{count}，待发送：{waiting}，已放弃：{abandoned}。',
    ja: '送信した通知：{count} 件、送信待ち：{waiting} 件、断念：{abandoned} 件。',
  },
  newestSeal: {
    en: 'Newest seal of the audit: {number}, {hash}.',
    zh: '最新审计封印：{number}，{hash}。',
    ja: '監査の最新の封印：{number}、{hash}。',
  },
} as const satisfies Record<string, Text>;
