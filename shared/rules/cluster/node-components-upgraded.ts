import { replaceNode } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nodeComponentsUpgraded = defineRule({
  id: 'cluster.node-components-upgraded',
  rows: ['R07'],
  severity: 'medium',
  roles: ['node', 'lingjun-node'],
  effects: ['component-version-changed'],
  title: {
    en: 'Node components upgraded by hand',
    zh: '手动升级了节点组件',
    ja: 'ノードコンポーネントが手作業でアップグレードされました',
  },
  impact: {
    en: 'The version of kubelet or of the container runtime no longer fits the cluster; the node may drop out and later upgrades by ACK may fail.',
    zh: 'kubelet 或容器运行时的版本与集群不匹配,节点可能不可用,后续由 ACK 升级时也可能失败。',
    ja: 'kubelet やコンテナランタイムのバージョンがクラスターと合わなくなり、ノードが使えなくなったり、ACK による以後のアップグレードが失敗したりします。',
  },
  recovery: [
    {
      en: 'Go back to the version that the node pool expects, then restart the component.',
      zh: '回退到节点池要求的版本并重启该组件。',
      ja: 'ノードプールが想定するバージョンに戻し、コンポーネントを再起動してください。',
    },
    {
      en: 'Upgrade nodes with the upgrade feature of the node pool only.',
      zh: '节点升级只使用节点池的升级功能。',
      ja: 'ノードのアップグレードにはノードプールのアップグレード機能だけを使ってください。',
    },
    replaceNode,
  ],
  examples: {
    fires: [
      {
        name: 'kubelet installed from a package',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'yum install -y kubelet-1.31.1' },
      },
      {
        name: 'containerd replaced by a downloaded binary on a Lingjun node',
        operation: 'eflo-controller:RunCommand',
        params: { NodeIdList: '["e01-1"]', CommandContent: 'cp /root/containerd /usr/bin/containerd' },
        role: 'lingjun-node',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself as it upgrades a node pool',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'yum install -y kubelet-1.31.1' },
        actor: 'ack',
      },
      {
        name: 'the version only asked for',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'kubelet --version' },
      },
    ],
  },
});
