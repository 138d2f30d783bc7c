import { dropsDns } from '../pods.ts';
import { defineRule } from '../rule.ts';

export const clusterDnsCut = defineRule({
  id: 'network.cluster-dns-cut',
  rows: ['R38'],
  severity: 'high',
  worse: { severity: 'critical', consequences: ['dns-cut'] },
  roles: ['node-security-group', 'node', 'node-eni', 'cluster-vswitch'],
  effects: ['rules-changed', 'rules-narrowed', 'membership-changed', 'network-acl-changed'],
  when: (params, { effect, consequences, cluster }) =>
    effect === 'network-acl-changed' ||
    consequences.includes('dns-cut') ||
    (effect !== 'membership-changed' && dropsDns(params, cluster)),
  title: {
    en: 'DNS traffic between Pods and nodes may be blocked',
    zh: 'Pod 与节点之间的 DNS 流量可能被阻断',
    ja: 'Pod とノードの間の DNS 通信が遮断された可能性があります',
  },
  impact: {
    en: 'Without UDP port 53 to and from the Pod addresses, names no longer resolve anywhere in the cluster.',
    zh: '容器网段的 UDP 53 端口不通时,集群内的域名解析全部失败。',
    ja: 'Pod のアドレスとの UDP 53 番ポートが閉じると、クラスター内の名前解決がすべて失敗します。',
  },
  recovery: [
    {
      en: 'Allow UDP 53 from and to the Pod CIDR block again, with the command below if there is one.',
      zh: '重新放行容器网段的 UDP 53 端口,如有下面的命令可直接使用。',
      ja: 'Pod の CIDR ブロックとの UDP 53 番を再び許可してください。下にコマンドがあればそれを使います。',
    },
    {
      en: 'Check with `nslookup kubernetes.default` from a Pod on another node than CoreDNS.',
      zh: '在与 CoreDNS 不同节点的 Pod 中执行 nslookup kubernetes.default 验证。',
      ja: 'CoreDNS とは別のノードの Pod から nslookup kubernetes.default で確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'DNS dropped for the Pods',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: {
          SecurityGroupId: 'sg-1',
          Policy: 'drop',
          IpProtocol: 'UDP',
          PortRange: '53/53',
          SourceCidrIp: '172.20.0.0/16',
        },
      },
      {
        name: 'traffic inside the group dropped',
        operation: 'Ecs:ModifySecurityGroupPolicy',
        params: { SecurityGroupId: 'sg-1', InnerAccessPolicy: 'Drop' },
      },
      {
        name: 'the network ACL of a vSwitch rewritten',
        operation: 'Vpc:UpdateNetworkAclEntries',
        params: { NetworkAclId: 'nacl-1' },
        role: 'cluster-vswitch',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', Policy: 'drop', IpProtocol: 'UDP', PortRange: '53/53' },
        actor: 'ack',
      },
      {
        name: 'a port that is not DNS',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', Policy: 'drop', IpProtocol: 'TCP', PortRange: '22/22' },
      },
      {
        name: 'DNS allowed',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', Policy: 'accept', IpProtocol: 'UDP', PortRange: '53/53' },
      },
    ],
  },
});
