import { defineRule } from '../rule.ts';

export const nodeOsReplaced = defineRule({
  id: 'cluster.node-os-replaced',
  rows: ['R06'],
  severity: 'high',
  roles: ['node', 'lingjun-node', 'node-system-disk', 'scaling-group'],
  effects: ['os-replaced', 'reset', 'detached', 'members-reimaged'],
  when: (_, { resource, effect }) =>
    resource.role === 'node-system-disk'
      ? resource.facts['ofMaster'] !== true
      : effect !== 'detached' && effect !== 'reset',
  title: {
    en: 'Operating system of a node replaced',
    zh: '节点的操作系统被重装或更换',
    ja: 'ノードの OS が再インストールまたは交換されました',
  },
  impact: {
    en: 'kubelet, the container runtime and everything else that ACK installed is gone from the node; its Pods end and data on the system disk is lost.',
    zh: '节点上的 kubelet、容器运行时等 ACK 组件被清除,节点上的 Pod 终止,系统盘数据丢失。',
    ja: 'kubelet やコンテナランタイムなど ACK が導入したものがノードから消え、Pod は終了し、システムディスクのデータは失われます。',
  },
  recovery: [
    {
      en: 'Remove the node from the cluster, then add it again through the node pool.',
      zh: '先从集群移除该节点,再通过节点池重新添加。',
      ja: 'ノードをクラスターから削除し、ノードプールから追加し直してください。',
    },
    {
      en: 'Check the Pods that ran on it and restore data that was on its system disk from a snapshot.',
      zh: '检查原节点上的 Pod,系统盘上的数据请从快照恢复。',
      ja: '載っていた Pod を確認し、システムディスク上のデータはスナップショットから復元してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the system disk replaced',
        operation: 'Ecs:ReplaceSystemDisk',
        params: { InstanceId: 'i-1', ImageId: 'm-1' },
      },
      {
        name: 'a system disk initialised again',
        operation: 'Ecs:ReInitDisk',
        params: { DiskId: 'd-1' },
        role: 'node-system-disk',
      },
      {
        name: 'all members of the group refreshed with another image',
        operation: 'Ess:StartInstanceRefresh',
        params: { ScalingGroupId: 'asg-1' },
        role: 'scaling-group',
      },
      {
        name: 'a Lingjun node imaged again',
        operation: 'eflo-controller:ReimageNodes',
        params: { Nodes: '[{"NodeId":"e01-1"}]' },
        role: 'lingjun-node',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it repairs a node',
        operation: 'Ecs:ReplaceSystemDisk',
        params: { InstanceId: 'i-1' },
        actor: 'ack',
      },
      {
        name: "a master's system disk",
        operation: 'Ecs:ReInitDisk',
        params: { DiskId: 'd-1' },
        role: 'node-system-disk',
        facts: { ofMaster: true },
      },
    ],
  },
});
