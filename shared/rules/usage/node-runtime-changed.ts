import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nodeRuntimeChanged = defineRule({
  id: 'usage.node-runtime-changed',
  rows: ['U05'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node', 'lingjun-node-group'],
  effects: [
    'started',
    'restarted',
    'standby-changed',
    'repair-approved',
    'health-changed',
    'spec-changed',
    'instance-options-changed',
    'maintenance-changed',
    'moved',
    'protection-changed',
  ],
  title: {
    en: 'Running state or shape of a node changed through the cloud API',
    zh: '节点的运行状态或规格被云 API 修改',
    ja: 'クラウド API からノードの稼働状態または構成が変更されました',
  },
  impact: {
    en: 'Components on the node may fail: Pods restart, resources no longer match what the scheduler knows, or scaling treats the node differently.',
    zh: '节点上的组件可能异常:Pod 重启,资源与调度器记录不符,或伸缩对该节点的处理发生变化。',
    ja: 'ノードのコンポーネントが異常になることがあります。Pod が再起動する、資源がスケジューラーの認識と合わない、伸縮での扱いが変わるなどです。',
  },
  recovery: [
    putBack,
    {
      en: 'Do it through ACK: the node pool or the cluster page.',
      zh: '请通过 ACK 的节点池或集群页面操作。',
      ja: 'ACK のノードプールまたはクラスターのページから操作してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'an instance rebooted', operation: 'Ecs:RebootInstance', params: { InstanceId: 'i-1', ForceStop: true } },
      {
        name: 'the instance type changed',
        operation: 'Ecs:ModifyInstanceSpec',
        params: { InstanceId: 'i-1', InstanceType: 'ecs.g7.large' },
      },
      {
        name: 'put on standby in its scaling group',
        operation: 'Ess:EnterStandby',
        params: { ScalingGroupId: 'asg-1', 'InstanceId.1': 'i-1' },
      },
      {
        name: 'a Lingjun node rebooted',
        operation: 'eflo-controller:RebootNodes',
        params: { Nodes: '["e01-1"]' },
        role: 'lingjun-node',
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:RebootInstance', params: { InstanceId: 'i-1' }, actor: 'ack' },
      { name: 'renewed', operation: 'Ecs:RenewInstance', params: { InstanceId: 'i-1', Period: 1 } },
    ],
  },
});
