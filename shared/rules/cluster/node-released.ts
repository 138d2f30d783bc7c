import { defineRule } from '../rule.ts';

export const nodeReleased = defineRule({
  id: 'cluster.node-released',
  rows: ['R05'],
  severity: 'high',
  roles: ['node', 'lingjun-node', 'lingjun-node-group', 'scaling-group'],
  effects: [
    'released',
    'removed',
    'release-scheduled',
    'renewal-changed',
    'charge-type-changed',
    'maintenance-changed',
    'supply-deleted',
    'members-released',
    'delete-protection-lifted',
  ],
  when: (_, { resource, effect }) => resource.role !== 'scaling-group' || effect === 'members-released',
  title: {
    en: 'Node released or about to be',
    zh: '节点被释放或即将被释放',
    ja: 'ノードが解放された、または解放される予定です',
  },
  impact: {
    en: 'Pods on the node end without a drain, data on its local disks is lost and the node pool is short of a node.',
    zh: '节点上的 Pod 未经排水就终止,本地盘数据丢失,节点池缺少节点。',
    ja: 'ノード上の Pod はドレインされずに終了し、ローカルディスクのデータは失われ、ノードプールのノードが不足します。',
  },
  recovery: [
    {
      en: 'If the release is only scheduled, cancel it with the command below.',
      zh: '如果只是计划释放,用下面的命令取消。',
      ja: '解放が予定されているだけなら、下のコマンドで取り消してください。',
    },
    {
      en: 'If the node is gone, let the node pool create a new one and check the Pods that were on it.',
      zh: '如果节点已释放,让节点池补充新节点,并检查原节点上的 Pod。',
      ja: 'ノードがすでにない場合は、ノードプールで新しいノードを作成し、載っていた Pod を確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a Lingjun node group deleted',
        operation: 'eflo-controller:DeleteNodeGroup',
        params: { ClusterId: 'i1', NodeGroupId: 'ng-1' },
        role: 'lingjun-node-group',
      },
      { name: 'an instance deleted', operation: 'Ecs:DeleteInstances', params: { 'InstanceId.1': 'i-1' } },
      {
        name: 'a release scheduled',
        operation: 'Ecs:ModifyInstanceAutoReleaseTime',
        params: { InstanceId: 'i-1', AutoReleaseTime: '2026-12-01T00:00:00Z' },
      },
      {
        name: 'renewal switched off',
        operation: 'Ecs:ModifyInstanceAutoRenewAttribute',
        params: { InstanceId: 'i-1', AutoRenew: 'False' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as the pool scales in',
        operation: 'Ecs:DeleteInstance',
        params: { InstanceId: 'i-1' },
        actor: 'ack',
      },
      {
        name: 'a scheduled release cancelled',
        operation: 'Ecs:ModifyInstanceAutoReleaseTime',
        params: { InstanceId: 'i-1' },
      },
    ],
  },
});
