import { type Row, row } from './row.ts';

/** Rows of the manual on clusters, masters and node pools. */
export const ROWS_OF_CLUSTERS: readonly Row[] = [
  row('R01', 'AKS', {
    en: "The API server's load balancer serves something else too",
    zh: 'API Server 的负载均衡被挪作他用',
    ja: 'API サーバーのロードバランサーを別の用途にも使う',
  }),
  row('R02', 'AS', {
    en: "Listeners, server groups, ACLs or tags of the API server's load balancer change",
    zh: 'API Server 负载均衡的监听、服务器组、访问控制或标签被修改',
    ja: 'API サーバーのロードバランサーのリスナー、サーバーグループ、ACL、タグを変える',
  }),
  row('R03', 'AS', {
    en: "The API server's load balancer is deleted",
    zh: 'API Server 的负载均衡被删除',
    ja: 'API サーバーのロードバランサーを削除する',
  }),
  row('R04', 'AS', {
    en: 'The security group of nodes changes',
    zh: '节点的安全组被修改',
    ja: 'ノードのセキュリティグループを変える',
  }),
  row('R05', 'AKS', {
    en: 'A node expires or is destroyed',
    zh: '节点到期或被销毁',
    ja: 'ノードが期限切れになる、または破棄される',
  }),
  row('R06', 'ANS', {
    en: 'The operating system of a node is installed anew',
    zh: '节点的操作系统被重装',
    ja: 'ノードの OS を入れ直す',
  }),
  row('R07', 'ANS', {
    en: 'Node components are upgraded by hand',
    zh: '手动升级节点组件',
    ja: 'ノードのコンポーネントを手作業で更新する',
  }),
  row('R08', 'AS', {
    en: 'The IP address of a node changes',
    zh: '节点的 IP 地址被修改',
    ja: 'ノードの IP アドレスを変える',
  }),
  row('R09', 'ANS', {
    en: 'kubelet or the container runtime is configured by hand',
    zh: '手动修改 kubelet 或容器运行时的参数',
    ja: 'kubelet やコンテナランタイムを手作業で設定する',
  }),
  row('R10', 'ANS', {
    en: 'Operating system settings of a node change',
    zh: '节点的操作系统设置被修改',
    ja: 'ノードの OS 設定を変える',
  }),
  row('R11', 'ANS', {
    en: 'The clock of a node changes',
    zh: '节点的时间被修改',
    ja: 'ノードの時刻を変える',
  }),
  row('R12', 'AKS', {
    en: 'Nodes join in a way that ACK does not support',
    zh: '以 ACK 不支持的方式添加节点',
    ja: 'ACK がサポートしない方法でノードを加える',
  }),
  row('R13', 'AS', {
    en: 'The security group of masters changes',
    zh: 'Master 节点的安全组被修改',
    ja: 'マスターのセキュリティグループを変える',
  }),
  row('R14', 'AS', {
    en: 'A master expires or is destroyed',
    zh: 'Master 节点到期或被销毁',
    ja: 'マスターが期限切れになる、または破棄される',
  }),
  row('R15', 'ANS', {
    en: 'The operating system of a master is installed anew',
    zh: 'Master 节点的操作系统被重装',
    ja: 'マスターの OS を入れ直す',
  }),
  row('R16', 'ANS', {
    en: 'The control plane or etcd is upgraded by hand',
    zh: '手动升级控制面或 etcd 组件',
    ja: 'コントロールプレーンや etcd を手作業で更新する',
  }),
  row('R17', 'AN', {
    en: 'Core data of a master is deleted or formatted',
    zh: 'Master 节点的核心目录数据被删除或格式化',
    ja: 'マスターの中核データを削除またはフォーマットする',
  }),
  row('R18', 'AS', {
    en: 'The IP address of a master changes',
    zh: 'Master 节点的 IP 地址被修改',
    ja: 'マスターの IP アドレスを変える',
  }),
  row('R19', 'ANS', {
    en: 'The control plane or etcd is configured by hand',
    zh: '手动修改控制面或 etcd 的参数',
    ja: 'コントロールプレーンや etcd を手作業で設定する',
  }),
  row('R20', 'ANS', {
    en: 'Certificates of a master or etcd are replaced by hand',
    zh: '手动替换 Master 或 etcd 的证书',
    ja: 'マスターや etcd の証明書を手作業で差し替える',
  }),
  row('R21', 'AKS', {
    en: 'Masters are added or removed by hand',
    zh: '自行增减 Master 节点',
    ja: 'マスターを自分で追加または削除する',
  }),
  row('R22', 'ANS', {
    en: 'The clock of a master changes',
    zh: 'Master 节点的时间被修改',
    ja: 'マスターの時刻を変える',
  }),
  row('R23', 'AS', {
    en: 'RAM permissions of the cluster change',
    zh: '集群的 RAM 权限被修改',
    ja: 'クラスターの RAM 権限を変える',
  }),
  row('R24', 'KS', {
    en: "ACK's preset Pod security policies change or are deleted (before 1.26)",
    zh: 'ACK 预置的 Pod 安全策略被修改或删除(1.26 之前)',
    ja: 'ACK が用意した Pod セキュリティポリシーを変更または削除する(1.26 より前)',
  }),
  row('R25', 'AS', {
    en: 'The scaling group of a node pool is deleted',
    zh: '节点池的伸缩组被删除',
    ja: 'ノードプールのスケーリンググループを削除する',
  }),
  row('R26', 'KS', {
    en: 'A node is deleted with kubectl',
    zh: '通过 kubectl 删除节点',
    ja: 'kubectl でノードを削除する',
  }),
  row('R27', 'AS', {
    en: 'An instance of a node pool is released directly',
    zh: '直接释放节点池的实例',
    ja: 'ノードプールのインスタンスを直接解放する',
  }),
  row('R28', 'AS', {
    en: 'A node pool with auto scaling is scaled by hand',
    zh: '手动扩缩开启了自动伸缩的节点池',
    ja: '自動スケーリング中のノードプールを手動で増減する',
  }),
  row('R29', 'AS', {
    en: 'The minimum or maximum of a scaling group changes',
    zh: '伸缩组的实例数上下限被修改',
    ja: 'スケーリンググループの最小数・最大数を変える',
  }),
  row('R30', 'AS', {
    en: 'Existing instances join without a backup',
    zh: '未备份数据即添加已有节点',
    ja: 'バックアップせずに既存インスタンスを加える',
  }),
  row('R31', 'AKNS', {
    en: 'Important data live on the system disk of a node',
    zh: '重要数据保存在节点的系统盘',
    ja: '重要なデータをノードのシステムディスクに置く',
  }),
];
