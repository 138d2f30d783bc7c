import { defineRule } from '../rule.ts';

export const masterPublicAddressChanged = defineRule({
  id: 'master.public-address-changed',
  rows: ['R18'],
  severity: 'low',
  roles: ['master'],
  effects: ['public-address-added', 'public-address-removed'],
  title: {
    en: 'Public IP address of a master changed',
    zh: 'Master 节点的公网 IP 地址被修改',
    ja: 'マスターノードのパブリック IP アドレスが変更されました',
  },
  impact: {
    en: 'The control plane keeps working on private addresses, but a master with a public address stands open to the internet.',
    zh: '控制面使用私网地址,不受影响;但绑定公网地址的 Master 会暴露到公网。',
    ja: 'コントロールプレーンはプライベートアドレスで動き続けますが、パブリックアドレスの付いたマスターはインターネットに公開されます。',
  },
  recovery: [
    {
      en: 'Take the public address off the master; use the load balancer of the API server for access from outside.',
      zh: '解绑 Master 的公网地址;外部访问请使用 API Server 的负载均衡。',
      ja: 'マスターからパブリックアドレスを外し、外部からの接続には API サーバーのロードバランサーを使ってください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an EIP bound to a master',
        operation: 'Ecs:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'i-1' },
      },
      {
        name: 'a public address given up',
        operation: 'Ecs:ReleasePublicIpAddress',
        params: { InstanceId: 'i-1', PublicIpAddress: '203.0.113.1' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Vpc:AssociateEipAddress',
        params: { AllocationId: 'eip-1', InstanceId: 'i-1' },
        actor: 'ack',
      },
      {
        name: 'a private address',
        operation: 'Ecs:ModifyInstanceVpcAttribute',
        params: { InstanceId: 'i-1', VSwitchId: 'vsw-1' },
      },
    ],
  },
});
