import type { Text } from '../../model/text.ts';

/** What no command brings back, and what else there is to do. */
export const SENTENCES_OF_LOSSES = {
  noWayToEmpty: {
    en: '{name} was empty before, and no call empties it again.',
    zh: '{name} 此前为空，没有调用可以将其重新置空。',
    ja: '{name} は以前は空でした。再び空にする呼び出しはありません。',
  },
  noNatType: {
    en: 'No call turns the type of a NAT gateway back.',
    zh: '没有调用可以将 NAT 网关的类型改回。',
    ja: 'NAT ゲートウェイのタイプを元に戻す呼び出しはありません。',
  },
  noDisabling: {
    en: 'No call disables an IPv4 gateway again: delete it, or add the routes.',
    zh: '没有调用可以取消激活 IPv4 网关：请将其删除，或添加路由。',
    ja: 'IPv4 ゲートウェイを再び無効にする呼び出しはありません。削除するか、ルートを追加してください。',
  },
  leases: {
    en: 'Instances ask again when their lease ends; until then they keep the name servers that they have.',
    zh: '实例在租约到期后才会重新获取；在此之前仍使用现有的 DNS 服务器。',
    ja: 'インスタンスはリースの期限が切れると再取得します。それまでは現在の DNS サーバーを使い続けます。',
  },
  podAgain: {
    en: 'Delete the Pod {name} with kubectl; its controller makes it again.',
    zh: '请使用 kubectl 删除 Pod {name}；其控制器会重新创建它。',
    ja: 'kubectl で Pod {name} を削除してください。コントローラーが作成し直します。',
  },
  deadMount: {
    en: 'The node keeps a dead mount of the volume: restart the Pods that use it after the disk is attached.',
    zh: '节点上保留着该存储卷的失效挂载：挂载云盘后请重启使用它的 Pod。',
    ja: 'ノードには無効になったボリュームのマウントが残ります。ディスクをアタッチした後、それを使う Pod を再起動してください。',
  },
  neverSmaller: {
    en: 'A disk never gets smaller again; its file system has the old size until it is grown on the node.',
    zh: '云盘不能再缩小；在节点上扩容之前，其文件系统仍为原来的大小。',
    ja: 'ディスクは再び小さくできません。ノード上で拡張するまで、ファイルシステムは元のサイズのままです。',
  },
  diskReset: {
    en: 'What the disk held before it was reset is gone, unless another snapshot has it.',
    zh: '云盘在重置之前的数据已丢失，除非其他快照中还有。',
    ja: 'リセット前のディスクの内容は、別のスナップショットにない限り失われています。',
  },
  nodeReinstalled: {
    en: 'A node that is put back is installed anew: it joins as an empty one.',
    zh: '重新加入的节点会被重新安装：它以空节点的形式加入。',
    ja: '戻したノードは再インストールされ、空のノードとして参加します。',
  },
  nodeErased: {
    en: 'What was on the node before its image was changed is gone: take it out of the node pool and add it again.',
    zh: '更换镜像之前节点上的数据已丢失：请将其移出节点池后重新添加。',
    ja: 'イメージ変更前のノードの内容は失われています。ノードプールから外し、追加し直してください。',
  },
  filesetGone: {
    en: 'The data of fileset {id} is gone, unless a snapshot has it.',
    zh: 'Fileset {id} 的数据已丢失，除非快照中还有。',
    ja: 'ファイルセット {id} のデータは、スナップショットにない限り失われています。',
  },
  orderAnew: {
    en: 'Protocol service {id} has to be ordered anew.',
    zh: '协议服务 {id} 需要重新购买。',
    ja: 'プロトコルサービス {id} は新たに購入する必要があります。',
  },
  logsGone: {
    en: 'The logs in {id} are gone.',
    zh: '{id} 中的日志已丢失。',
    ja: '{id} のログは失われています。',
  },
  recycleBin: {
    en: 'Look for {id} in the recycle bin of Log Service: a deleted project stays there for some days.',
    zh: '请在日志服务的回收站中查找 {id}：已删除的 Project 会在其中保留数天。',
    ja: 'Log Service のごみ箱で {id} を探してください。削除されたプロジェクトは数日間そこに残ります。',
  },
} as const satisfies Record<string, Text>;
