import type { Text } from '../../model/text.ts';

/** What is made again is another one: what to do with it. */
export const SENTENCES_OF_REMAKING = {
  newServerGroupWith: {
    en: 'The new server group gets another id than {id}: add {servers} to it and point the listeners and rules that used the old one at it.',
    zh: '新服务器组的 ID 与 {id} 不同：请将 {servers} 添加到其中，并将使用旧服务器组的监听和转发规则指向新的服务器组。',
    ja: '新しいサーバーグループの ID は {id} と異なります。{servers} を追加し、古いものを使っていたリスナーと転送ルールを新しいものに向けてください。',
  },
  newAcl: {
    en: 'The new list gets another id than {id}: add {entries} to it and set it on the listeners that used the old one.',
    zh: '新访问控制策略组的 ID 与 {id} 不同：请将 {entries} 添加到其中，并在使用旧策略组的监听上设置新的策略组。',
    ja: '新しいアクセス制御リストの ID は {id} と異なります。{entries} を追加し、古いものを使っていたリスナーに設定してください。',
  },
  newPolicy: {
    en: 'The new policy gets another id than {id}: set it on the listeners that used the old one.',
    zh: '新策略的 ID 与 {id} 不同：请在使用旧策略的监听上设置新的策略。',
    ja: '新しいポリシーの ID は {id} と異なります。古いものを使っていたリスナーに設定してください。',
  },
  newListener: {
    en: 'The new listener gets another id than {id}.',
    zh: '新监听的 ID 与 {id} 不同。',
    ja: '新しいリスナーの ID は {id} と異なります。',
  },
  certificatesToo: {
    en: 'Forwarding rules and additional certificates of the deleted listener are to be created again as well.',
    zh: '已删除监听的转发规则和扩展证书也需要重新创建。',
    ja: '削除されたリスナーの転送ルールと追加証明書も作成し直す必要があります。',
  },
  listOfListener: {
    en: 'Set {lists} on it as its {kind} list.',
    zh: '请将 {lists} 设置为它的访问控制列表（{kind}）。',
    ja: '{lists} をそのアクセス制御リスト（{kind}）として設定してください。',
  },
  stoppedBefore: {
    en: 'It was stopped before it was deleted: stop it once it is there.',
    zh: '它在被删除之前处于停止状态：创建后请将其停止。',
    ja: '削除される前は停止していました。作成後に停止してください。',
  },
  newScript: {
    en: 'The new script gets another id than {id}.',
    zh: '新脚本的 ID 与 {id} 不同。',
    ja: '新しいスクリプトの ID は {id} と異なります。',
  },
  uploadFiles: {
    en: 'Upload {name} again from its files; it gets another id: set that on the listeners.',
    zh: '请用证书文件重新上传 {name}；其 ID 会改变：请在监听上设置新的 ID。',
    ja: '{name} を証明書ファイルからアップロードし直してください。ID が変わるため、リスナーに新しい ID を設定してください。',
  },
  uploadIssued: {
    en: 'Upload {name} again from Certificate Management Service, where it is {id}; it gets another id: set that on the listeners.',
    zh: '请从数字证书管理服务（其中的 ID 为 {id}）重新上传 {name}；其 ID 会改变：请在监听上设置新的 ID。',
    ja: '{name} を Certificate Management Service（そこでの ID は {id}）からアップロードし直してください。ID が変わるため、リスナーに新しい ID を設定してください。',
  },
  newNetworkAcl: {
    en: 'The new network ACL gets another id than {id}: give it the entries of the old one and associate its vSwitches.',
    zh: '新网络 ACL 的 ID 与 {id} 不同：请添加旧网络 ACL 的规则，并关联其交换机。',
    ja: '新しいネットワーク ACL の ID は {id} と異なります。古いもののルールを追加し、vSwitch を関連付けてください。',
  },
  newGateway: {
    en: 'The new gateway gets another id than {id}: lead the routes to it and enable it if the old one was enabled.',
    zh: '新网关的 ID 与 {id} 不同：请将路由指向它；如果旧网关已激活，请将其激活。',
    ja: '新しいゲートウェイの ID は {id} と異なります。ルートを新しいものに向け、古いものが有効だった場合は有効にしてください。',
  },
  newNatGateway: {
    en: 'The new NAT gateway gets another id than {id}: bind the elastic IP addresses to it, add the SNAT entries, and lead the default route to it.',
    zh: '新 NAT 网关的 ID 与 {id} 不同：请为其绑定弹性公网 IP，添加 SNAT 条目，并将默认路由指向它。',
    ja: '新しい NAT ゲートウェイの ID は {id} と異なります。EIP をバインドし、SNAT エントリを追加し、デフォルトルートを新しいものに向けてください。',
  },
  newRouteTable: {
    en: 'A deleted route table comes back under another id: make one, add its routes, associate its vSwitches.',
    zh: '已删除的路由表重建后 ID 会改变：请新建路由表，添加其路由，并关联其交换机。',
    ja: '削除されたルートテーブルは別の ID になります。新しく作成し、ルートを追加し、vSwitch を関連付けてください。',
  },
  newSubnet: {
    en: 'A subnet that is made again has another id.',
    zh: '重新创建的子网 ID 会改变。',
    ja: '作成し直したサブネットは別の ID になります。',
  },
  newMountTarget: {
    en: 'The new mount target gets another address than {domain}: name it in the volumes that used the old one, and reboot the nodes on which I/O hangs.',
    zh: '新挂载点的地址与 {domain} 不同：请在使用旧挂载点的存储卷中改用新地址，并重启 I/O 挂起的节点。',
    ja: '新しいマウントターゲットのアドレスは {domain} と異なります。古いものを使っていたボリュームに新しいアドレスを指定し、I/O が停止したノードを再起動してください。',
  },
  newAccessPoint: {
    en: 'The new access point has another id than {id} and another address: set it where it is used.',
    zh: '新接入点的 ID 与 {id} 不同，地址也会改变：请在使用它的地方改用新的接入点。',
    ja: '新しいアクセスポイントの ID は {id} と異なり、アドレスも変わります。使用している箇所に新しいものを設定してください。',
  },
  newExport: {
    en: 'The new export has another address than {domain}.',
    zh: '新导出目录的地址与 {domain} 不同。',
    ja: '新しいエクスポートのアドレスは {domain} と異なります。',
  },
  newCollection: {
    en: 'Apply {config} to the machine groups that used it: deleting it took it off them.',
    zh: '请将 {config} 应用到原来使用它的机器组：删除时它已从这些机器组中移除。',
    ja: '{config} を使っていたマシングループに適用してください。削除によって外されています。',
  },
  newLogstore: {
    en: 'A logstore that is made again has no index: create one to search it.',
    zh: '重新创建的 Logstore 没有索引：需要查询时请创建索引。',
    ja: '作成し直した Logstore にはインデックスがありません。検索するには作成してください。',
  },
} as const satisfies Record<string, Text>;
