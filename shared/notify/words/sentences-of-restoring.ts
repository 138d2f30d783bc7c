import type { Text } from '../../model/text.ts';

/** What a restore command does not say. */
export const SENTENCES_OF_RESTORING = {
  notShown: {
    en: 'Some commands are not shown: they would need a hidden or unprintable value.',
    zh: '部分命令未显示：它们需要隐藏的或无法打印的值。',
    ja: '一部のコマンドは表示していません。非表示または印字できない値が必要なためです。',
  },
  oneLost: {
    en: '1 resource cannot be brought back; the commands restore the rest.',
    zh: '有一个资源无法恢复；命令可恢复其余部分。',
    ja: '1 件のリソースは元に戻せません。コマンドは残りを復元します。',
  },
  someLost: {
    en: '{count} resources cannot be brought back; the commands restore the rest.',
    zh: '有 {count} 个资源无法恢复；命令可恢复其余部分。',
    ja: '{count} 件のリソースは元に戻せません。コマンドは残りを復元します。',
  },
  oneUnknown: {
    en: 'How to restore 1 resource is not known; the commands restore the rest.',
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
