import { defineRule } from '../rule.ts';

export const nodePoolScalingGroupDeleted = defineRule({
  id: 'node-pool.scaling-group-deleted',
  rows: ['R25'],
  severity: 'high',
  roles: ['scaling-group'],
  effects: ['deleted', 'delete-protection-lifted'],
  title: {
    en: 'Scaling group of a node pool deleted',
    zh: '节点池的伸缩组被删除',
    ja: 'ノードプールのスケーリンググループが削除されました',
  },
  impact: {
    en: 'The node pool becomes abnormal: it can neither grow nor shrink nor replace a node.',
    zh: '节点池异常:无法扩容、缩容或替换节点。',
    ja: 'ノードプールが異常になり、拡張も縮小もノードの交換もできません。',
  },
  recovery: [
    {
      en: 'This cannot be undone: create a new node pool and move the workloads to it.',
      zh: '无法恢复:请新建节点池并迁移业务。',
      ja: '元に戻せません。新しいノードプールを作成し、ワークロードを移行してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'the group deleted', operation: 'Ess:DeleteScalingGroup', params: { ScalingGroupId: 'asg-1' } },
      {
        name: 'deletion protection lifted',
        operation: 'Ess:SetGroupDeletionProtection',
        params: { ScalingGroupId: 'asg-1', GroupDeletionProtection: 'false' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it deletes a node pool',
        operation: 'Ess:DeleteScalingGroup',
        params: { ScalingGroupId: 'asg-1' },
        actor: 'ack',
      },
      {
        name: 'protection switched on',
        operation: 'Ess:SetGroupDeletionProtection',
        params: { ScalingGroupId: 'asg-1', GroupDeletionProtection: 'true' },
      },
    ],
  },
});
