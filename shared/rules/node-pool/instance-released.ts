import { defineRule } from '../rule.ts';

export const nodePoolInstanceReleased = defineRule({
  id: 'node-pool.instance-released',
  rows: ['R27'],
  severity: 'high',
  roles: ['node', 'lingjun-node', 'lingjun-node-group', 'scaling-group'],
  effects: [
    'released',
    'removed',
    'detached',
    'release-scheduled',
    'health-changed',
    'supply-deleted',
    'members-released',
    'members-replaced',
    'members-reimaged',
    'delete-protection-lifted',
  ],
  when: (_, { resource, effect }) => resource.role !== 'scaling-group' || effect.startsWith('members-'),
  title: {
    en: 'Instance of a node pool taken away directly',
    zh: '节点池的实例被直接移除',
    ja: 'ノードプールのインスタンスが直接取り除かれました',
  },
  impact: {
    en: 'The node pool counts a node that is gone: it may be abnormal, and its Pods ended without a drain.',
    zh: '节点池的节点数与实际不符,可能异常;节点上的 Pod 未经排水就终止。',
    ja: 'ノードプールの台数が実際と合わなくなって異常になることがあり、Pod はドレインされずに終了します。',
  },
  recovery: [
    {
      en: 'Remove the leftover node in the node pool and scale the pool to the number you want.',
      zh: '在节点池中移除残留节点,再把节点池调整到期望数量。',
      ja: 'ノードプールで残ったノードを削除し、希望の台数に調整してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an instance removed from the scaling group',
        operation: 'Ess:RemoveInstances',
        params: { ScalingGroupId: 'asg-1', 'InstanceId.1': 'i-1' },
      },
      {
        name: 'the newer spelling',
        operation: 'Ess:DetachInstances',
        params: { ScalingGroupId: 'asg-1', 'InstanceIds.1': 'i-1' },
      },
      {
        name: 'declared unhealthy',
        operation: 'Ess:SetInstanceHealth',
        params: { InstanceId: 'i-1', HealthStatus: 'Unhealthy' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as the pool scales in',
        operation: 'Ess:RemoveInstances',
        params: { ScalingGroupId: 'asg-1', 'InstanceId.1': 'i-1' },
        actor: 'ack',
      },
      {
        name: 'declared healthy',
        operation: 'Ess:SetInstanceHealth',
        params: { InstanceId: 'i-1', HealthStatus: 'Healthy' },
      },
    ],
  },
});
