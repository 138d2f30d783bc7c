import { textOf } from '../../model/params.ts';
import { reachesPods } from '../pods.ts';
import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const clusterNetworkCut = defineRule({
  id: 'usage.cluster-network-cut',
  rows: ['U05'],
  severity: 'high',
  roles: ['cluster-vpc', 'cluster-vswitch', 'cluster-route', 'cluster-nat-gateway', 'lingjun-network'],
  effects: ['deleted', 'route-changed', 'egress-changed', 'network-acl-changed'],
  when: (params, { effect, cluster }) =>
    effect !== 'route-changed' || reachesPods(textOf(params, 'DestinationCidrBlock'), cluster),
  title: {
    en: 'Network under the cluster cut or rerouted',
    zh: '集群底层网络被切断或改变路由',
    ja: 'クラスターの下のネットワークが切断または経路変更されました',
  },
  impact: {
    en: 'Nodes and Pods may lose each other, the control plane or the way out: images cannot be pulled and services fail.',
    zh: '节点与 Pod 之间、与控制面之间或出网可能中断:镜像无法拉取,业务失败。',
    ja: 'ノードや Pod が互いに、コントロールプレーンと、または外部と通信できなくなり、イメージの取得やサービスが失敗します。',
  },
  recovery: [
    putBack,
    {
      en: 'Leave routes to Pods to the cloud controller manager; it writes them again when a node restarts.',
      zh: 'Pod 路由由 Cloud Controller Manager 管理,节点重启时会重新写入。',
      ja: 'Pod への経路は Cloud Controller Manager に任せてください。ノードの再起動時に書き直されます。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a route to Pods deleted',
        operation: 'Vpc:DeleteRouteEntry',
        params: { RouteTableId: 'vtb-1', DestinationCidrBlock: '172.20.0.0/25' },
        role: 'cluster-route',
      },
      {
        name: 'the NAT gateway deleted',
        operation: 'Vpc:DeleteNatGateway',
        params: { NatGatewayId: 'ngw-1' },
        role: 'cluster-nat-gateway',
      },
      {
        name: 'another route table for a vSwitch',
        operation: 'Vpc:AssociateRouteTable',
        params: { VSwitchId: 'vsw-1', RouteTableId: 'vtb-2' },
        role: 'cluster-vswitch',
      },
      {
        name: 'a network ACL bound to a vSwitch',
        operation: 'Vpc:AssociateNetworkAcl',
        params: { NetworkAclId: 'nacl-1', 'Resource.1.ResourceId': 'vsw-1', 'Resource.1.ResourceType': 'VSwitch' },
        role: 'cluster-vswitch',
      },
    ],
    quiet: [
      {
        name: 'by the cloud controller manager',
        operation: 'Vpc:DeleteRouteEntry',
        params: { RouteTableId: 'vtb-1', DestinationCidrBlock: '172.20.0.0/25' },
        role: 'cluster-route',
        actor: 'ack',
      },
      {
        name: 'a NAT gateway renamed',
        operation: 'Vpc:ModifyNatGatewayAttribute',
        params: { NatGatewayId: 'ngw-1', Name: 'x' },
        role: 'cluster-nat-gateway',
      },
    ],
  },
});
