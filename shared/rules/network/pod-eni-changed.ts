import { defineRule } from '../rule.ts';

export const podEniChanged = defineRule({
  id: 'network.pod-eni-changed',
  rows: ['R45'],
  severity: 'high',
  roles: ['pod-eni'],
  effects: [
    'deleted',
    'detached',
    'attached',
    'address-changed',
    'spec-changed',
    'tags-changed',
    'resource-group-changed',
    'public-address-added',
    'public-address-removed',
    'permission-changed',
    'membership-changed',
    'unknown-change',
  ],
  title: {
    en: 'Terway network interface changed or deleted',
    zh: 'Terway 弹性网卡被修改或删除',
    ja: 'Terway の ENI が変更または削除されました',
  },
  impact: {
    en: 'Pods that use the interface lose the network, and Terway no longer knows what it manages.',
    zh: '使用该网卡的 Pod 断网,Terway 也无法再正确管理它。',
    ja: 'この ENI を使う Pod は通信できなくなり、Terway は管理対象を見失います。',
  },
  recovery: [
    {
      en: 'A deleted or detached interface cannot be put back as it was: delete the Pods on the node so that they are created again.',
      zh: '已删除或解绑的网卡无法原样恢复:请删除节点上的相关 Pod 使其重建。',
      ja: '削除または取り外された ENI は元どおりにできません。ノード上の Pod を削除して再作成させてください。',
    },
    {
      en: 'Put changed attributes back with the command below.',
      zh: '被修改的属性用下面的命令恢复。',
      ja: '変更された属性は下のコマンドで元に戻してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an interface deleted',
        operation: 'Ecs:DeleteNetworkInterface',
        params: { NetworkInterfaceId: 'eni-1' },
      },
      {
        name: 'moved to another security group',
        operation: 'Ecs:JoinSecurityGroup',
        params: { SecurityGroupId: 'sg-1', NetworkInterfaceId: 'eni-1' },
      },
      {
        name: 'untagged',
        operation: 'Ecs:UntagResources',
        params: { ResourceType: 'eni', 'ResourceId.1': 'eni-1', All: true },
      },
    ],
    quiet: [
      {
        name: 'by Terway itself',
        operation: 'Ecs:DeleteNetworkInterface',
        params: { NetworkInterfaceId: 'eni-1' },
        actor: 'ack',
      },
      {
        name: 'a primary interface',
        operation: 'Ecs:DetachNetworkInterface',
        params: { NetworkInterfaceId: 'eni-1' },
        role: 'node-eni',
      },
    ],
  },
});
