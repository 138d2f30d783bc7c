import { replaceNode, useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nodeRuntimeConfigured = defineRule({
  id: 'cluster.node-runtime-configured',
  rows: ['R09'],
  severity: 'medium',
  roles: ['node', 'lingjun-node'],
  effects: ['runtime-configuration-changed'],
  title: {
    en: 'kubelet or container runtime configured by hand',
    zh: '手动修改了 kubelet 或容器运行时的参数',
    ja: 'kubelet またはコンテナランタイムの設定が手作業で変更されました',
  },
  impact: {
    en: 'The node may become NotReady at the next restart of the component, and ACK overwrites or trips over the change.',
    zh: '组件下次重启时节点可能变为 NotReady,且该修改会被 ACK 覆盖或与其冲突。',
    ja: 'コンポーネントの次の再起動でノードが NotReady になることがあり、変更は ACK に上書きされるか ACK と衝突します。',
  },
  recovery: [
    {
      en: 'Put the recommended parameters back and restart the component.',
      zh: '恢复推荐的参数并重启该组件。',
      ja: '推奨パラメーターに戻し、コンポーネントを再起動してください。',
    },
    useNodePool,
    replaceNode,
  ],
  examples: {
    fires: [
      {
        name: 'a kubelet drop-in written',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          CommandContent: 'echo x > /etc/systemd/system/kubelet.service.d/20-custom.conf',
        },
      },
      {
        name: 'a configuration file sent',
        operation: 'Ecs:SendFile',
        params: { 'InstanceId.1': 'i-1', TargetDir: '/etc/containerd', Name: 'config.toml', Content: '' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'systemctl restart kubelet' },
        actor: 'ack',
      },
      {
        name: 'the configuration only read',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'systemctl status kubelet' },
      },
    ],
  },
});
