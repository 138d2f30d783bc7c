import { isAutoScaled } from '../auto-scaling.ts';
import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const scalingGroupChanged = defineRule({
  id: 'usage.scaling-group-changed',
  rows: ['U05'],
  severity: 'medium',
  roles: ['scaling-group'],
  effects: [
    'attribute-changed',
    'launch-configuration-changed',
    'scaling-switched',
    'lifecycle-hooks-changed',
    'load-balancers-changed',
    'capacity-changed',
    'unknown-change',
  ],
  when: (_, { resource, effect }) => effect !== 'capacity-changed' || !isAutoScaled(resource),
  title: {
    en: 'Scaling group of a node pool changed by hand',
    zh: '节点池的伸缩组被手动修改',
    ja: 'ノードプールのスケーリンググループが手作業で変更されました',
  },
  impact: {
    en: 'The group belongs to the node pool: new nodes may come up wrong or not at all, and ACK overwrites the change at its next edit of the pool.',
    zh: '伸缩组由节点池管理:新节点可能配置错误或无法创建,ACK 下次编辑节点池时会覆盖该修改。',
    ja: 'このグループはノードプールのものです。新しいノードが正しく起動しない、または作成されないことがあり、変更はノードプールの次の編集で上書きされます。',
  },
  recovery: [
    putBack,
    {
      en: 'Change the settings of the node pool instead.',
      zh: '请改为修改节点池配置。',
      ja: '代わりにノードプールの設定を変更してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the scaling configuration edited',
        operation: 'Ess:ModifyScalingConfiguration',
        params: { ScalingConfigurationId: 'asc-1', ImageId: 'm-1' },
      },
      {
        name: 'the vSwitches of the group changed',
        operation: 'Ess:ModifyScalingGroup',
        params: { ScalingGroupId: 'asg-1', 'VSwitchIds.1': 'vsw-1' },
      },
      { name: 'the group switched off', operation: 'Ess:DisableScalingGroup', params: { ScalingGroupId: 'asg-1' } },
      {
        name: 'capacity changed where no autoscaler would',
        operation: 'Ess:ScaleWithAdjustment',
        params: { ScalingGroupId: 'asg-1', AdjustmentValue: 2 },
        facts: { autoScaling: false },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as the pool is edited',
        operation: 'Ess:ModifyScalingConfiguration',
        params: { ScalingConfigurationId: 'asc-1' },
        actor: 'ack',
      },
      {
        name: 'a notification set up',
        operation: 'Ess:CreateNotificationConfiguration',
        params: { ScalingGroupId: 'asg-1' },
      },
    ],
  },
});
