import { defineRule } from '../rule.ts';

export const nodePublicAddressChanged = defineRule({
  id: 'cluster.node-public-address-changed',
  rows: ['R08'],
  severity: 'low',
  roles: ['node'],
  effects: ['public-address-added', 'public-address-removed'],
  title: {
    en: 'Public IP address of a node changed',
    zh: '节点的公网 IP 地址被修改',
    ja: 'ノードのパブリック IP アドレスが変更されました',
  },
  impact: {
    en: 'The node keeps its private address and stays in the cluster. With a public address it can be reached from the internet; without one its own way out is gone.',
    zh: '节点的私网地址不变,仍在集群中。绑定公网地址后节点会暴露到公网;解绑后节点失去自己的公网出口。',
    ja: 'プライベートアドレスはそのままでノードはクラスターに残ります。パブリックアドレスが付くとインターネットから到達でき、外すと独自の外部接続がなくなります。',
  },
  recovery: [
    {
      en: 'Check whether the node needs a public address; use a NAT gateway for the way out and a load balancer for the way in.',
      zh: '确认节点是否需要公网地址;出网使用 NAT 网关,入网使用负载均衡。',
      ja: 'ノードにパブリックアドレスが必要か確認してください。外向きは NAT ゲートウェイ、内向きはロードバランサーを使います。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an EIP bound to a node',
        operation: 'Vpc:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'i-1', InstanceType: 'EcsInstance' },
      },
      { name: 'the EIP of a node released', operation: 'Vpc:ReleaseEipAddress', params: { AllocationId: 'eip-1' } },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Vpc:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'i-1' },
        actor: 'ack',
      },
      {
        name: 'an EIP bound to a NAT gateway',
        operation: 'Vpc:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'ngw-1', InstanceType: 'Nat' },
        role: 'cluster-nat-gateway',
      },
    ],
  },
});
