import type { Text } from '../../model/text.ts';
import { SENTENCES_OF_CALLS } from './sentences-of-calls.ts';

/**
 * The sentences that the rest of ackwatch hands to a message as notes and unknowns, in every language; `{…}` takes whatever
 * stands in its place, a sentence of this list too. What is not here is told in English.
 */
export const SENTENCES = {
  ...SENTENCES_OF_CALLS,
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

  // What ackwatch says of itself.
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

  // What a restore command does not say.
  notShown: {
    en: 'Some commands are not shown: they would need a hidden or unprintable value.',
    zh: '部分命令未显示：它们需要隐藏的或无法打印的值。',
    ja: '一部のコマンドは表示していません。非表示または印字できない値が必要なためです。',
  },
  oneLost: {
    en: 'One resource cannot be brought back; the commands restore the rest.',
    zh: '有一个资源无法恢复；命令可恢复其余部分。',
    ja: '1 件のリソースは元に戻せません。コマンドは残りを復元します。',
  },
  someLost: {
    en: '{count} resources cannot be brought back; the commands restore the rest.',
    zh: '有 {count} 个资源无法恢复；命令可恢复其余部分。',
    ja: '{count} 件のリソースは元に戻せません。コマンドは残りを復元します。',
  },
  oneUnknown: {
    en: 'How to restore one resource is not known; the commands restore the rest.',
    zh: '有一个资源的恢复方法未知；命令可恢复其余部分。',
    ja: '1 件のリソースの復元方法は分かりません。コマンドは残りを復元します。',
  },
  someUnknown: {
    en: 'How to restore {count} resources is not known; the commands restore the rest.',
    zh: '有 {count} 个资源的恢复方法未知；命令可恢复其余部分。',
    ja: '{count} 件のリソースの復元方法は分かりません。コマンドは残りを復元します。',
  },
  newServerGroupForAll: {
    en: 'The new server group gets another id than {id}: point the listeners and rules that used the old one at it.',
    zh: '新服务器组的 ID 与 {id} 不同：请将使用旧服务器组的监听和转发策略指向新的服务器组。',
    ja: '新しいサーバーグループの ID は {id} と異なります。古いものを使っていたリスナーと転送ルールを新しいものに向けてください。',
  },
  newServerGroup: {
    en: 'The new server group gets another id than {id}: point the listeners that used the old one at it.',
    zh: '新服务器组的 ID 与 {id} 不同：请将使用旧服务器组的监听指向新的服务器组。',
    ja: '新しいサーバーグループの ID は {id} と異なります。古いものを使っていたリスナーを新しいものに向けてください。',
  },
  otherBackends: {
    en: 'Add the other {count} backends to it.',
    zh: '请将其余 {count} 个后端服务器添加到其中。',
    ja: '残り {count} 件のバックエンドサーバーを追加してください。',
  },
  newRule: {
    en: 'The new rule gets another id than {id}.',
    zh: '新转发策略的 ID 与 {id} 不同。',
    ja: '新しい転送ルールの ID は {id} と異なります。',
  },
  newList: {
    en: 'The new list gets another id than {id}: name it in the security group rules that used the old one.',
    zh: '新列表的 ID 与 {id} 不同：请在使用旧列表的安全组规则中改用新列表。',
    ja: '新しいリストの ID は {id} と異なります。古いものを使っていたセキュリティグループルールで新しいものを指定してください。',
  },
  rulesToo: {
    en: 'Forwarding rules and additional domains of the deleted listener are to be created again as well.',
    zh: '被删除监听的转发策略和扩展域名也需要重新创建。',
    ja: '削除されたリスナーの転送ルールと追加ドメインも作成し直す必要があります。',
  },
  notSetBackOfListener: {
    en: 'No call sets {name} of a listener back; delete the listener and create it anew for that.',
    zh: '没有调用可以恢复监听的 {name}；需要删除监听后重新创建。',
    ja: 'リスナーの {name} を元に戻す呼び出しはありません。リスナーを削除して作成し直してください。',
  },
  notSetBackOfLoadBalancer: {
    en: 'No call sets {name} of a load balancer back.',
    zh: '没有调用可以恢复负载均衡的 {name}。',
    ja: 'ロードバランサーの {name} を元に戻す呼び出しはありません。',
  },
  billing: {
    en: 'The billing of {id} changes with this command: see what it costs first.',
    zh: '该命令会改变 {id} 的计费方式：请先确认费用。',
    ja: 'このコマンドにより {id} の課金方法が変わります。先に費用を確認してください。',
  },
  mustBeStopped: {
    en: '{id} must be stopped while its address is changed.',
    zh: '更改 {id} 的地址时必须先将其停止。',
    ja: '{id} のアドレスを変更する間は停止しておく必要があります。',
  },
  podsBroken: {
    en: 'Pods that used the network interface are broken already: create them again after it is attached.',
    zh: '使用该弹性网卡的 Pod 已经异常：绑定网卡后请重新创建这些 Pod。',
    ja: 'その ENI を使っていた Pod はすでに壊れています。ENI をアタッチした後に作成し直してください。',
  },
  addressesWhileFree: {
    en: 'Addresses come back only while they are free; pods that lost theirs must be created again.',
    zh: '只有在地址尚未被占用时才能恢复；失去地址的 Pod 必须重新创建。',
    ja: 'アドレスは空いている間だけ元に戻せます。アドレスを失った Pod は作成し直す必要があります。',
  },
  untilReplaced: {
    en: 'This helps only until the scaling group has replaced {id}.',
    zh: '仅在伸缩组替换 {id} 之前有效。',
    ja: 'スケーリンググループが {id} を置き換えるまでの間だけ有効です。',
  },
} as const satisfies Record<string, Text>;
