import { type Row, row } from './row.ts';

/** Rows of the manual on network, storage and logs. */
export const ROWS_OF_NETWORK_AND_STORAGE: readonly Row[] = [
  row('R32', 'AN', {
    en: 'IP forwarding is switched off on a node',
    zh: '节点关闭 ip_forward',
    ja: 'ノードの IP 転送を切る',
  }),
  row('R33', 'AN', {
    en: 'The reverse path filter is switched on on a node',
    zh: '节点开启 rp_filter',
    ja: 'ノードの rp_filter を有効にする',
  }),
  row('R34', 'AN', {
    en: 'tcp_tw_reuse is set to 1 on a node',
    zh: '节点将 tcp_tw_reuse 设为 1',
    ja: 'ノードの tcp_tw_reuse を 1 にする',
  }),
  row('R35', 'AN', {
    en: 'tcp_tw_recycle is set to 1 on a node',
    zh: '节点将 tcp_tw_recycle 设为 1',
    ja: 'ノードの tcp_tw_recycle を 1 にする',
  }),
  row('R36', 'AN', {
    en: 'The range of local ports changes on a node',
    zh: '节点的本地端口范围被修改',
    ja: 'ノードのローカルポート範囲を変える',
  }),
  row('R37', 'AN', {
    en: 'Firewall software is installed on a node',
    zh: '节点安装了防火墙软件',
    ja: 'ノードにファイアウォールソフトを入れる',
  }),
  row('R38', 'AS', {
    en: 'A security group cuts DNS between Pods and nodes',
    zh: '安全组阻断 Pod 与节点之间的 DNS',
    ja: 'セキュリティグループが Pod とノードの DNS を遮る',
  }),
  row('R39', 'AS', {
    en: 'Tags that ACK put on a load balancer change',
    zh: 'ACK 为负载均衡添加的标签被修改或删除',
    ja: 'ACK がロードバランサーに付けたタグを変える',
  }),
  row('R40', 'AS', {
    en: 'A load balancer that ACK manages is changed by hand',
    zh: '手动修改 ACK 管理的负载均衡',
    ja: 'ACK が管理するロードバランサーを手作業で変える',
  }),
  row('R41', 'KS', {
    en: 'The annotation that reuses a load balancer leaves a Service',
    zh: 'Service 复用负载均衡的注解被移除',
    ja: 'ロードバランサーを再利用する注釈を Service から外す',
  }),
  row('R42', 'AS', {
    en: 'A load balancer that ACK made is deleted by hand',
    zh: '手动删除 ACK 创建的负载均衡',
    ja: 'ACK が作ったロードバランサーを手作業で削除する',
  }),
  row('R43', 'AKS', {
    en: 'The Service of the Nginx Ingress controller is deleted by hand',
    zh: '手动删除 Nginx Ingress Controller 的 Service',
    ja: 'Nginx Ingress コントローラーの Service を手作業で削除する',
  }),
  row('R44', 'AN', {
    en: 'The DNS servers of a node change',
    zh: '节点的 DNS 服务器被修改',
    ja: 'ノードの DNS サーバーを変える',
  }),
  row('R45', 'AS', {
    en: 'A network interface that ACK made changes or is deleted',
    zh: 'ACK 创建的弹性网卡被修改或删除',
    ja: 'ACK が作ったネットワークインターフェースを変更または削除する',
  }),
  row('R46', 'KS', {
    en: 'Definitions of network resources (CRD) change or are deleted',
    zh: '网络相关的 CRD 被修改或删除',
    ja: 'ネットワーク関連の CRD を変更または削除する',
  }),
  row('R47', 'KS', {
    en: 'Network resources that the system keeps (CR) change',
    zh: '网络相关的系统 CR 被创建、修改或删除',
    ja: 'システムが持つネットワーク関連の CR を変える',
  }),
  row('R48', 'KS', {
    en: "Fields of Terway's configuration that must stay change",
    zh: 'Terway 配置中不可变更的字段被修改',
    ja: '変更できない Terway 設定項目を変える',
  }),
  row('R49', 'AKS', {
    en: 'A disk of a volume is detached by hand',
    zh: '手动卸载存储卷的云盘',
    ja: 'ボリュームのディスクを手作業で外す',
  }),
  row('R50', 'AN', {
    en: 'A volume is unmounted on the node',
    zh: '在节点上 umount 存储卷',
    ja: 'ノード上でボリュームをアンマウントする',
  }),
  row('R51', 'AN', {
    en: 'A disk is operated on directly on the node',
    zh: '在节点上直接操作云盘',
    ja: 'ノード上でディスクを直接操作する',
  }),
  row('R52', 'AKS', {
    en: 'One disk is mounted by several Pods',
    zh: '多个 Pod 挂载同一块云盘',
    ja: '1 つのディスクを複数の Pod で使う',
  }),
  row('R53', 'ANS', {
    en: 'A directory that a NAS volume mounts is deleted',
    zh: 'NAS 挂载目录被手动删除',
    ja: 'NAS のマウント先ディレクトリを削除する',
  }),
  row('R54', 'AS', {
    en: 'A NAS file system or mount target in use is deleted',
    zh: '正在使用的 NAS 文件系统或挂载点被删除',
    ja: '使用中の NAS やマウントターゲットを削除する',
  }),
  row('R55', 'AN', {
    en: 'Read positions of the log collector are deleted',
    zh: '日志采集位点目录被删除',
    ja: 'ログ収集の位置情報を削除する',
  }),
  row('R56', 'AN', {
    en: 'The buffer of the log collector is deleted',
    zh: '日志采集缓存目录被删除',
    ja: 'ログ収集のバッファーを削除する',
  }),
  row('R57', 'KS', {
    en: 'The definition of log configurations (CRD) is deleted',
    zh: '日志配置的 CRD 被删除',
    ja: 'ログ設定の CRD を削除する',
  }),
  row('R58', 'AKS', {
    en: 'The log component is uninstalled',
    zh: '日志组件被卸载',
    ja: 'ログコンポーネントをアンインストールする',
  }),
];
