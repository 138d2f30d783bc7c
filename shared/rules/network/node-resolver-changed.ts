import { defineRule } from '../rule.ts';

export const nodeResolverChanged = defineRule({
  id: 'network.node-resolver-changed',
  rows: ['R44'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node', 'cluster-vpc'],
  effects: ['resolver-changed', 'dhcp-options-changed'],
  title: {
    en: 'DNS servers of nodes changed',
    zh: '节点的 DNS 服务器被修改',
    ja: 'ノードの DNS サーバーが変更されました',
  },
  impact: {
    en: 'If the new server does not answer as it must, image pulls, components and every Pod that uses the DNS of its node fail. A DHCP options set reaches all nodes of the VPC as their leases renew.',
    zh: '新的 DNS 服务器异常时,镜像拉取、组件以及使用节点 DNS 的 Pod 都会失败。DHCP 选项集会随租约更新影响 VPC 内所有节点。',
    ja: '新しいサーバーが正しく応答しないと、イメージの取得、コンポーネント、ノードの DNS を使う Pod が失敗します。DHCP オプションセットはリース更新のたびに VPC の全ノードに及びます。',
  },
  recovery: [
    {
      en: 'Put the name servers back as they were; in an Alibaba Cloud VPC they are 100.100.2.136 and 100.100.2.138.',
      zh: '恢复原来的域名服务器;阿里云 VPC 默认为 100.100.2.136 和 100.100.2.138。',
      ja: '元のネームサーバーに戻してください。Alibaba Cloud VPC の既定は 100.100.2.136 と 100.100.2.138 です。',
    },
    {
      en: 'Configure your own DNS servers as upstream of CoreDNS instead.',
      zh: '自建 DNS 请配置为 CoreDNS 的上游服务器。',
      ja: '独自の DNS サーバーは CoreDNS のアップストリームとして設定してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'resolv.conf written',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'echo "nameserver 8.8.8.8" > /etc/resolv.conf',
        },
      },
      {
        name: 'another DHCP options set for the VPC',
        operation: 'Vpc:ReplaceVpcDhcpOptionsSet',
        params: { VpcId: 'vpc-1', DhcpOptionsSetId: 'dopt-1' },
        role: 'cluster-vpc',
      },
      {
        name: 'a file sent in its place',
        operation: 'Ecs:SendFile',
        params: { 'InstanceId.1': 'i-1', TargetDir: '/etc', Name: 'resolv.conf', Content: 'nameserver 8.8.8.8' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'echo "nameserver 8.8.8.8" > /etc/resolv.conf',
        },
        actor: 'ack',
      },
      {
        name: 'the file only read',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'cat /etc/resolv.conf' },
      },
    ],
  },
});
