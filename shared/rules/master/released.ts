import { defineRule } from '../rule.ts';

export const masterReleased = defineRule({
  id: 'master.released',
  rows: ['R14'],
  severity: 'critical',
  roles: ['master'],
  effects: ['released', 'release-scheduled', 'renewal-changed', 'charge-type-changed', 'delete-protection-lifted'],
  title: {
    en: 'Master node released or about to be',
    zh: 'Master 节点被释放或即将被释放',
    ja: 'マスターノードが解放された、または解放される予定です',
  },
  impact: {
    en: 'A dedicated cluster loses a control-plane member; with two of three gone etcd stops and the cluster cannot be operated.',
    zh: '专有集群失去一个控制面成员;三台中少了两台时 etcd 停止,集群无法操作。',
    ja: '専用クラスターがコントロールプレーンの一員を失います。3 台中 2 台がなくなると etcd が停止し、クラスターを操作できません。',
  },
  recovery: [
    {
      en: 'If the release is only scheduled, cancel it at once with the command below.',
      zh: '如果只是计划释放,立即用下面的命令取消。',
      ja: '解放が予定されているだけなら、すぐに下のコマンドで取り消してください。',
    },
    {
      en: 'A released master cannot be brought back: ask ACK after-sales support.',
      zh: '已释放的 Master 无法恢复:请联系 ACK 售后支持。',
      ja: '解放されたマスターは元に戻せません。ACK のサポートに連絡してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'a master deleted', operation: 'Ecs:DeleteInstance', params: { InstanceId: 'i-1' } },
      { name: 'released on the order page', operation: 'Ecs:Release', params: {} },
      {
        name: 'protection lifted',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', DeletionProtection: 'false' },
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:DeleteInstance', params: { InstanceId: 'i-1' }, actor: 'ack' },
      { name: 'a node, not a master', operation: 'Ecs:DeleteInstance', params: { InstanceId: 'i-1' }, role: 'node' },
    ],
  },
});
