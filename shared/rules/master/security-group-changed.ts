import { defineRule } from '../rule.ts';

export const masterSecurityGroupChanged = defineRule({
  id: 'master.security-group-changed',
  rows: ['R13'],
  severity: 'critical',
  roles: ['master-security-group', 'master', 'node-eni'],
  effects: ['rules-changed', 'rules-narrowed', 'deleted', 'name-changed', 'membership-changed'],
  when: (_, { resource, effect }) =>
    resource.role === 'master-security-group' ||
    (effect === 'membership-changed' && (resource.role === 'master' || resource.facts['ofMaster'] === true)),
  title: {
    en: 'Security group of master nodes changed',
    zh: 'Master 节点的安全组被修改',
    ja: 'マスターノードのセキュリティグループが変更されました',
  },
  impact: {
    en: 'The masters may lose each other or their nodes: etcd loses its quorum and the cluster stops answering.',
    zh: 'Master 之间或与节点之间可能断开:etcd 失去多数派,集群停止响应。',
    ja: 'マスター同士、またはノードとの通信が切れ、etcd が定足数を失ってクラスターが応答しなくなります。',
  },
  recovery: [
    {
      en: 'Put the membership or the rules back with the command below.',
      zh: '用下面的命令恢复安全组成员或规则。',
      ja: '下のコマンドでメンバーまたはルールを元に戻してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a rule added',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', Policy: 'drop' },
      },
      {
        name: 'a master moved to another group',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', 'SecurityGroupIds.1': 'sg-2' },
        role: 'master',
      },
    ],
    quiet: [
      {
        name: 'the same by ACK itself',
        operation: 'Ecs:AuthorizeSecurityGroup',
        params: { SecurityGroupId: 'sg-1' },
        actor: 'ack',
      },
      {
        name: 'a master renamed',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', InstanceName: 'x' },
        role: 'master',
      },
    ],
  },
});
