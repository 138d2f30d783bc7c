import type { Role } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';

/** What a resource is to its cluster, in words. A role without words does not compile. */
export const ROLE_WORDS: Readonly<Record<Role, Text>> = {
  'api-server-load-balancer': {
    en: 'load balancer of the API server',
    zh: 'API Server 的负载均衡',
    ja: 'API サーバーのロードバランサー',
  },
  'service-load-balancer': {
    en: 'load balancer of a Service',
    zh: 'Service 的负载均衡',
    ja: 'Service のロードバランサー',
  },
  'ingress-load-balancer': { en: 'ALB of an Ingress', zh: 'Ingress 的应用型负载均衡 ALB', ja: 'Ingress の ALB' },
  'reused-load-balancer': {
    en: 'existing load balancer that a Service uses',
    zh: 'Service 复用的已有负载均衡',
    ja: 'Service が使う既存のロードバランサー',
  },
  node: { en: 'node', zh: '节点', ja: 'ノード' },
  master: { en: 'master node', zh: 'Master 节点', ja: 'マスターノード' },
  'lingjun-node': { en: 'Lingjun node', zh: '灵骏节点', ja: 'Lingjun ノード' },
  'lingjun-node-group': {
    en: 'Lingjun node group behind a node pool',
    zh: '节点池对应的灵骏节点分组',
    ja: 'ノードプールの Lingjun ノードグループ',
  },
  'lingjun-network': {
    en: 'Lingjun network of the nodes',
    zh: '节点所在的灵骏网络',
    ja: 'ノードの Lingjun ネットワーク',
  },
  'virtual-node': { en: 'virtual node', zh: '虚拟节点', ja: '仮想ノード' },
  'virtual-node-pod': {
    en: 'container group of a Pod on a virtual node',
    zh: '虚拟节点上 Pod 的弹性容器实例',
    ja: '仮想ノード上の Pod のコンテナーグループ',
  },
  'node-security-group': { en: 'security group of the nodes', zh: '节点的安全组', ja: 'ノードのセキュリティグループ' },
  'master-security-group': {
    en: 'security group of the master nodes',
    zh: 'Master 节点的安全组',
    ja: 'マスターノードのセキュリティグループ',
  },
  'scaling-group': {
    en: 'scaling group of a node pool',
    zh: '节点池的伸缩组',
    ja: 'ノードプールのスケーリンググループ',
  },
  'node-pool': { en: 'node pool', zh: '节点池', ja: 'ノードプール' },
  cluster: { en: 'the cluster itself', zh: '集群本身', ja: 'クラスター自体' },
  'pod-eni': { en: 'network interface (ENI) of Pods', zh: 'Pod 的弹性网卡', ja: 'Pod の ENI' },
  'node-eni': { en: 'network interface (ENI) of a node', zh: '节点的弹性网卡', ja: 'ノードの ENI' },
  'node-system-disk': { en: 'system disk of a node', zh: '节点的系统盘', ja: 'ノードのシステムディスク' },
  'volume-disk': { en: 'disk of a volume', zh: '存储卷的云盘', ja: 'ボリュームのディスク' },
  'volume-nas': {
    en: 'NAS file system of a volume',
    zh: '存储卷的 NAS 文件系统',
    ja: 'ボリュームの NAS ファイルシステム',
  },
  'cluster-vpc': { en: 'VPC of the cluster', zh: '集群的专有网络 VPC', ja: 'クラスターの VPC' },
  'cluster-vswitch': { en: 'vSwitch of the cluster', zh: '集群的交换机', ja: 'クラスターの vSwitch' },
  'cluster-route': { en: 'route of the cluster’s VPC', zh: '集群专有网络的路由', ja: 'クラスターの VPC のルート' },
  'cluster-nat-gateway': {
    en: 'NAT gateway of the cluster',
    zh: '集群的 NAT 网关',
    ja: 'クラスターの NAT ゲートウェイ',
  },
  'cluster-ram-role': { en: 'RAM role of the cluster', zh: '集群的 RAM 角色', ja: 'クラスターの RAM ロール' },
  'cluster-operator': {
    en: 'RAM identity that operates the cluster',
    zh: '操作集群的 RAM 身份',
    ja: 'クラスターを操作する RAM ID',
  },
  'rrsa-provider': {
    en: 'OIDC provider of the cluster (RRSA)',
    zh: '集群的 OIDC 身份提供商（RRSA）',
    ja: 'クラスターの OIDC プロバイダー（RRSA）',
  },
  'log-project': {
    en: 'Log Service project of the cluster',
    zh: '集群的日志服务 Project',
    ja: 'クラスターの Log Service プロジェクト',
  },
  logstore: { en: 'Logstore of the cluster', zh: '集群的 Logstore', ja: 'クラスターの Logstore' },
  'evidence-source': {
    en: 'source of evidence for ackwatch',
    zh: 'ackwatch 的取证来源',
    ja: 'ackwatch の証跡の取得元',
  },
  watcher: { en: 'part of ackwatch itself', zh: 'ackwatch 自身的组成部分', ja: 'ackwatch 自体の構成要素' },
};
