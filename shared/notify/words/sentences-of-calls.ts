import type { Text } from '../../model/text.ts';

/** What is told of the call itself: the text of a command, what came before it, and what prepared it. */
export const SENTENCES_OF_CALLS = {
  commandDoes: {
    en: 'The command does this: {line}',
    zh: '该命令执行了：{line}',
    ja: 'このコマンドの動作：{line}',
  },
  onItsWayOut: {
    en: 'The cluster is on its way out ({state}): to remove what is left of it is to clean up.',
    zh: '该集群正在删除（{state}）：清理其残留资源属于正常操作。',
    ja: 'このクラスターは削除中です（{state}）：残ったものを取り除くのは後片付けです。',
  },
  insideNode: {
    en: 'what a command changes inside a node, no API of the cloud tells',
    zh: '命令在节点内部所做的更改无法通过云 API 得知',
    ja: 'コマンドがノード内部で変更した内容は、クラウドの API では分かりません',
  },
  sessionUnread: {
    en: 'What is typed in a session, no record tells.',
    zh: '会话中输入的内容没有任何记录。',
    ja: 'セッションで入力された内容は記録されません。',
  },
  partUnread: {
    en: 'This part of the command cannot be read: {line}',
    zh: '命令中的这一部分无法读取：{line}',
    ja: 'コマンドのこの部分は読み取れません：{line}',
  },
  textUnread: {
    en: 'The text of the command is not known: {problem}.',
    zh: '命令内容未知：{problem}。',
    ja: 'コマンドの内容は不明です：{problem}。',
  },
  assistantForgot: {
    en: 'Cloud Assistant does not know {id} any more',
    zh: '云助手中已没有 {id}',
    ja: 'Cloud Assistant に {id} はもうありません',
  },
  assistantSilent: {
    en: 'Cloud Assistant could not be asked ({code})',
    zh: '无法查询云助手（{code}）',
    ja: 'Cloud Assistant に問い合わせできませんでした（{code}）',
  },
  notChecked: {
    en: 'No check of the cluster is known from the 24 hours before the upgrade.',
    zh: '升级前 24 小时内没有已知的集群检查。',
    ja: 'アップグレード前の 24 時間にクラスターのチェックは確認されていません。',
  },
  disksNotSaved: {
    en: "The trail of the 24 hours before shows no snapshot of one of the cluster's disks.",
    zh: '此前 24 小时的操作记录中没有该集群云盘的快照。',
    ja: '直前 24 時間の証跡に、クラスターのディスクのスナップショットはありません。',
  },
  instancesNotSaved: {
    en: 'The trail of the 24 hours before shows no image or snapshot of {names}.',
    zh: '此前 24 小时的操作记录中没有 {names} 的镜像或快照。',
    ja: '直前 24 時間の証跡に、{names} のイメージやスナップショットはありません。',
  },
  backupUnknown: {
    en: 'Whether there is a backup is not known: the trail could not be asked ({code}).',
    zh: '是否有备份未知：无法查询操作记录（{code}）。',
    ja: 'バックアップの有無は不明です：証跡に問い合わせできませんでした（{code}）。',
  },
  preparedBy: {
    en: 'Prepared by {operation} of {actor} (finding {id}).',
    zh: '在此之前，{actor} 执行了 {operation}（发现 {id}）。',
    ja: '事前に {actor} が {operation} を実行していました（検出 {id}）。',
  },
  settingsAgain: {
    en: 'Settings that the add-on had are to be given again.',
    zh: '组件原有的配置需要重新填写。',
    ja: 'アドオンの設定は入力し直す必要があります。',
  },
  attachAgain: {
    en: 'Attach it again to the roles that had it.',
    zh: '请重新将其授权给原来的角色。',
    ja: '元のロールに再度アタッチしてください。',
  },
} as const satisfies Record<string, Text>;
