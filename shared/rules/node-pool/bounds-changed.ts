import { defineRule } from '../rule.ts';

export const nodePoolBoundsChanged = defineRule({
  id: 'node-pool.bounds-changed',
  rows: ['R29'],
  severity: 'medium',
  roles: ['scaling-group'],
  effects: ['bounds-changed'],
  title: {
    en: 'Minimum or maximum of a scaling group changed',
    zh: '伸缩组的最小或最大实例数被修改',
    ja: 'スケーリンググループの最小数または最大数が変更されました',
  },
  impact: {
    en: 'The node pool can no longer scale as ACK expects, and the scaling group may add or release nodes on its own.',
    zh: '节点池无法按 ACK 的预期伸缩,伸缩组可能自行增加或释放节点。',
    ja: 'ノードプールが ACK の想定どおりに伸縮できず、スケーリンググループが勝手にノードを増減させることがあります。',
  },
  recovery: [
    {
      en: 'Put minimum and maximum back: 0 and 2000 without auto scaling, else the bounds of the node pool.',
      zh: '恢复最小值和最大值:未开启自动伸缩时为 0 和 2000,否则与节点池一致。',
      ja: '最小数と最大数を元に戻してください。自動伸縮なしなら 0 と 2000、ありならノードプールの値です。',
    },
  ],
  examples: {
    fires: [
      { name: 'a new maximum', operation: 'Ess:ModifyScalingGroup', params: { ScalingGroupId: 'asg-1', MaxSize: 3 } },
      {
        name: 'by a scheduled task',
        operation: 'Ess:CreateScheduledTask',
        params: { ScalingGroupId: 'asg-1', MinValue: '2' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as the pool is edited',
        operation: 'Ess:ModifyScalingGroup',
        params: { ScalingGroupId: 'asg-1', MaxSize: 3 },
        actor: 'ack',
      },
      {
        name: 'another field',
        operation: 'Ess:ModifyScalingGroup',
        params: { ScalingGroupId: 'asg-1', ScalingGroupName: 'x' },
      },
    ],
  },
});
