import { defineRule } from '../rule.ts';

export const nodeSecurityGroupChanged = defineRule({
  id: 'cluster.node-security-group-changed',
  rows: ['R04'],
  severity: 'high',
  worse: { severity: 'critical', consequences: ['api-server-cut'] },
  roles: ['node-security-group', 'node', 'node-eni'],
  effects: ['rules-changed', 'rules-narrowed', 'deleted', 'name-changed', 'membership-changed'],
  when: (_, { resource, effect }) => resource.role === 'node-security-group' || effect === 'membership-changed',
  title: {
    en: 'Security group of cluster nodes changed',
    zh: '集群节点的安全组被修改',
    ja: 'クラスターノードのセキュリティグループが変更されました',
  },
  impact: {
    en: 'Nodes may lose the control plane, each other or DNS, or stand open to networks that should not reach them.',
    zh: '节点可能与控制面、其他节点或 DNS 断开,或者暴露给不该访问它们的网络。',
    ja: 'ノードがコントロールプレーン、他のノード、DNS と通信できなくなるか、本来届かないネットワークに公開されます。',
  },
  recovery: [
    {
      en: 'Put the membership or the rules back with the command below.',
      zh: '用下面的命令恢复安全组成员或规则。',
      ja: '下のコマンドでメンバーまたはルールを元に戻してください。',
    },
    {
      en: 'Manage node security groups only through the node pool.',
      zh: '节点安全组只通过节点池管理。',
      ja: 'ノードのセキュリティグループはノードプールからだけ管理してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a rule revoked by its id',
        operation: 'Ecs:RevokeSecurityGroup',
        params: { SecurityGroupId: 'sg-1', 'SecurityGroupRuleId.1': 'sgr-1' },
      },
      {
        name: 'rules edited in the console',
        operation: 'Ecs:ConfigureSecurityGroupPermissions',
        params: { SecurityGroupId: 'sg-1' },
      },
      {
        name: 'a node taken out of its group',
        operation: 'Ecs:LeaveSecurityGroup',
        params: { SecurityGroupId: 'sg-1', InstanceId: 'i-1' },
        role: 'node',
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
        name: 'another attribute of a node',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', InstanceName: 'x' },
        role: 'node',
      },
    ],
  },
});
