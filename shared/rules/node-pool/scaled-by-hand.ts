import { isAutoScaled } from '../auto-scaling.ts';
import { defineRule } from '../rule.ts';

export const nodePoolScaledByHand = defineRule({
  id: 'node-pool.scaled-by-hand',
  rows: ['R28'],
  severity: 'medium',
  roles: ['scaling-group', 'node-pool', 'cluster', 'lingjun-node'],
  effects: [
    'capacity-changed',
    'members-added',
    'members-replaced',
    'scaling-switched',
    'scaling-policy-changed',
    'moved',
  ],
  when: (_, { resource, effect }) => (resource.role === 'lingjun-node' ? effect === 'moved' : isAutoScaled(resource)),
  title: {
    en: 'Auto-scaling node pool scaled by hand',
    zh: '开启自动伸缩的节点池被手动扩缩容',
    ja: '自動伸縮を有効にしたノードプールが手作業で伸縮されました',
  },
  impact: {
    en: 'The autoscaler works against the change: it adds nodes back or removes others, with results that nobody planned.',
    zh: '自动伸缩组件会与该操作相互对抗:重新增加或移除其他节点,结果不可预期。',
    ja: 'オートスケーラーがこの変更を打ち消し、ノードを増やし直したり別のノードを減らしたりするため、予期しない結果になります。',
  },
  recovery: [
    {
      en: 'Leave the node count to the autoscaler; change the bounds of the node pool if it should have more or fewer nodes.',
      zh: '把节点数交给自动伸缩组件;需要更多或更少节点时修改节点池的上下限。',
      ja: 'ノード数はオートスケーラーに任せ、増減させたい場合はノードプールの上限と下限を変更してください。',
    },
    {
      en: 'Remove foreign scaling rules, alarms and scheduled tasks from the scaling group and resume its processes.',
      zh: '从伸缩组删除自行添加的伸缩规则、报警任务和定时任务,并恢复被暂停的流程。',
      ja: 'スケーリンググループから独自のスケーリングルール、アラーム、スケジュールタスクを削除し、停止したプロセスを再開してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the expected size of the group set',
        operation: 'Ess:ModifyScalingGroup',
        params: { ScalingGroupId: 'asg-1', DesiredCapacity: 5 },
        facts: { autoScaling: true },
      },
      {
        name: 'a scaling rule executed',
        operation: 'Ess:ExecuteScalingRule',
        params: { ScalingRuleAri: 'ari:acs:ess:cn-hangzhou:1:scalingrule/asr-1' },
        facts: { autoScaling: true },
      },
      {
        name: 'a process of the group suspended',
        operation: 'Ess:SuspendProcesses',
        params: { ScalingGroupId: 'asg-1', 'Process.1': 'ScaleOut' },
        facts: { autoScaling: true },
      },
      {
        name: 'the pool scaled in the console of ACK all the same',
        operation: 'CS:ScaleClusterNodePool',
        params: { ClusterId: 'c1', NodepoolId: 'np1', count: 3 },
        role: 'node-pool',
        facts: { autoScaling: true },
      },
    ],
    quiet: [
      {
        name: 'by the autoscaler itself',
        operation: 'Ess:ScaleWithAdjustment',
        params: { ScalingGroupId: 'asg-1' },
        facts: { autoScaling: true },
        actor: 'ack',
      },
      {
        name: 'a pool without auto scaling',
        operation: 'CS:ScaleClusterNodePool',
        params: { ClusterId: 'c1', NodepoolId: 'np1', count: 3 },
        role: 'node-pool',
        facts: { autoScaling: false },
      },
    ],
  },
});
