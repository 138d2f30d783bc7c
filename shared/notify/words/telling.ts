import type { Text } from '../../model/text.ts';

/** The fixed words of what is more than one finding's message. */
export const TELLING_WORDS = {
  update: {
    en: '{severity}, {count} more: {title}',
    zh: '{severity}（新增 {count} 起）：{title}',
    ja: '{severity}（続報 {count} 件）：{title}',
  },
  digest: {
    en: '{severity}, digest of {count} findings',
    zh: '{severity}：{count} 项发现汇总',
    ja: '{severity}：検出 {count} 件のまとめ',
  },
  digestWhy: {
    en: 'Told together instead of one by one: every finding is named here.',
    zh: '合并发送，未逐条通知：本消息列出全部发现。',
    ja: '一件ずつではなくまとめて通知しています。すべての検出をここに記載しています。',
  },
  digestId: { en: 'Digest', zh: '汇总', ja: 'まとめ' },
  resolved: { en: '{severity}, over: {title}', zh: '{severity}（已解除）：{title}', ja: '{severity}（解消）：{title}' },
  overBy: {
    en: 'Over by {by}, after {duration}.',
    zh: '已由 {by} 解除，持续 {duration}。',
    ja: '{by} により解消されました（継続時間 {duration}）。',
  },
  insteadOf: {
    en: 'Told here because the channel {channel} did not take it.',
    zh: '渠道 {channel} 未能送达，因此在此通知。',
    ja: 'チャネル {channel} で送信できなかったため、こちらに通知しています。',
  },
  insteadOfUntil: {
    en: 'Told here because the channel {channel} takes no messages until {time}.',
    zh: '渠道 {channel} 在 {time} 之前不接收消息，因此在此通知。',
    ja: 'チャネル {channel} は {time} まで通知を受け付けないため、こちらに通知しています。',
  },

  story: { en: 'Story', zh: '事件经过', ja: '経緯' },
  storySoFar: {
    en: '{total} in all since {time}; it began with finding {finding}',
    zh: '自 {time} 起共 {total} 起，始于发现 {finding}',
    ja: '{time} から計 {total} 件。最初の検出は {finding}',
  },
  fresh: { en: 'New resources', zh: '新涉及的资源', ja: '新たなリソース' },
  findings: { en: 'Findings', zh: '发现', ja: '検出' },
  findingLine: {
    en: '{time} {resources}, {operation} ({finding})',
    zh: '{time} {resources}，{operation}（{finding}）',
    ja: '{time} {resources}、{operation}（{finding}）',
  },
  refusedLine: { en: '{line}, refused', zh: '{line}，被拒绝', ja: '{line}、拒否' },
  resolvedLine: { en: '{line}, already put back', zh: '{line}，已恢复', ja: '{line}、復元済み' },
  restIds: { en: '{count} more: {ids}', zh: '另有 {count} 项：{ids}', ja: 'ほか {count} 件：{ids}' },
  groupLine: {
    en: '{cluster}, by {actor}: {count}',
    zh: '{cluster}，操作者 {actor}：{count} 项',
    ja: '{cluster}、実行者 {actor}：{count} 件',
  },
  others: { en: 'The same event on', zh: '同一事件还涉及', ja: '同じ操作の影響を受けた他のクラスター' },
  othersOver: { en: 'Over too', zh: '同时解除', ja: '同時に解消' },
  otherLine: {
    en: '{cluster}: {title}, {resources} ({finding})',
    zh: '{cluster}：{title}，{resources}（{finding}）',
    ja: '{cluster}：{title}、{resources}（{finding}）',
  },

  heartbeat: {
    en: 'ackwatch is watching: the last day',
    zh: 'ackwatch 运行正常：过去一天',
    ja: 'ackwatch は稼働中です：直近 1 日',
  },
  lastDay: { en: 'The last 24 hours', zh: '过去 24 小时', ja: '直近 24 時間' },
  ifMissing: { en: 'If it does not come', zh: '如未收到本消息', ja: 'この通知が届かない場合' },
  ifMissingLine: {
    en: 'This message comes every day. On a day without it nobody is watching.',
    zh: '本消息每天发送一次。未收到的那一天即无人监视。',
    ja: 'この通知は毎日届きます。届かない日は監視されていません。',
  },

  closed: {
    en: 'Channel {channel} takes no messages',
    zh: '渠道 {channel} 无法发送消息',
    ja: 'チャネル {channel} が通知を受け付けません',
  },
  until: { en: 'Until', zh: '持续到', ja: '期限' },
  reason: { en: 'Reason', zh: '原因', ja: '理由' },
  waiting: { en: 'Waiting', zh: '待发送', ja: '送信待ち' },
  waitingLine: { en: '{count} findings', zh: '{count} 项发现', ja: '検出 {count} 件' },
  meanwhile: { en: 'Meanwhile', zh: '在此期间', ja: 'その間' },
  meanwhileLine: {
    en: 'What is critical is told here. The rest follows over {channel} as soon as it takes messages again, or here if that takes too long.',
    zh: '严重告警在此通知。其余告警待 {channel} 恢复后发送；若恢复过慢，也会在此通知。',
    ja: '緊急の検出はこちらに通知します。それ以外は {channel} の回復後に送信し、時間がかかる場合はこちらに通知します。',
  },
  whatToDo: { en: 'What to do', zh: '处理步骤', ja: '対処' },
  waitLine: {
    en: 'Nothing, if it opens by itself. If this comes often, give busy clusters a robot of their own.',
    zh: '如果自行恢复则无需处理。如果频繁出现，请为繁忙的集群配置单独的机器人。',
    ja: '自然に回復する場合は不要です。頻発する場合は、通知の多いクラスターに専用のロボットを割り当ててください。',
  },
  checkLine: {
    en: 'Check the settings of the channel: address and token, signing secret, keyword, allowed addresses, login.',
    zh: '请检查该渠道的设置：地址与令牌、加签密钥、关键词、IP 白名单、登录信息。',
    ja: 'チャネルの設定を確認してください：アドレスとトークン、署名シークレット、キーワード、許可 IP、ログイン情報。',
  },
} as const satisfies Record<string, Text>;
