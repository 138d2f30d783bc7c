import { defineRule } from '../rule.ts';

export const foreignCapacityAdded = defineRule({
  id: 'cluster.foreign-capacity-added',
  rows: ['R12'],
  severity: 'medium',
  roles: ['scaling-group', 'lingjun-node-group'],
  effects: ['members-added'],
  title: {
    en: 'Nodes added in a way that ACK does not support',
    zh: '以 ACK 不支持的方式添加了节点',
    ja: 'ACK がサポートしない方法でノードが追加されました',
  },
  impact: {
    en: 'ACK cannot tell where the nodes came from: no life-cycle management, no automatic maintenance and no support for them.',
    zh: 'ACK 无法识别这些节点的来源:不提供生命周期管理、自动运维和技术支持。',
    ja: 'ACK はノードの出所を判別できず、ライフサイクル管理、自動 O&M、サポートの対象外になります。',
  },
  recovery: [
    {
      en: 'Take the instances out of the scaling group again and add them through the node pool.',
      zh: '把实例移出伸缩组,再通过节点池添加。',
      ja: 'インスタンスをスケーリンググループから外し、ノードプールから追加してください。',
    },
    {
      en: 'If they must stay as they are, keep every component on them compatible yourself.',
      zh: '如需保留,请自行保证其上各组件的兼容性。',
      ja: 'そのまま使う場合は、全コンポーネントの互換性を自分で維持してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'instances put into the scaling group',
        operation: 'Ess:AttachInstances',
        params: { ScalingGroupId: 'asg-1', 'InstanceId.1': 'i-1' },
      },
      {
        name: 'a Lingjun cluster extended',
        operation: 'eflo-controller:ExtendCluster',
        params: { ClusterId: 'i1', NodeGroups: '[{"NodeGroupId":"ng-1"}]' },
        role: 'lingjun-node-group',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as somebody adds existing nodes',
        operation: 'Ess:AttachInstances',
        params: { ScalingGroupId: 'asg-1', 'InstanceId.1': 'i-1' },
        actor: 'ack',
      },
      {
        name: 'the supported way',
        operation: 'CS:AttachInstancesToNodePool',
        params: { ClusterId: 'c1', NodepoolId: 'np1' },
        role: 'node-pool',
      },
    ],
  },
});
