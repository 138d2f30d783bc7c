import { useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const tcpTwReuseEnabled = defineRule({
  id: 'network.tcp-tw-reuse-enabled',
  rows: ['R34'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['tcp-tw-reuse-enabled'],
  title: {
    en: 'tcp_tw_reuse set to 1 on a node',
    zh: '节点的 tcp_tw_reuse 被设为 1',
    ja: 'ノードの tcp_tw_reuse が 1 に設定されました',
  },
  impact: {
    en: 'Health checks of Pods fail now and then, and Pods are restarted for nothing.',
    zh: 'Pod 健康检查会间歇性失败,Pod 被误重启。',
    ja: 'Pod のヘルスチェックが断続的に失敗し、Pod が不必要に再起動されます。',
  },
  recovery: [
    {
      en: 'Set net.ipv4.tcp_tw_reuse=0 on the node.',
      zh: '在节点上设置 net.ipv4.tcp_tw_reuse=0。',
      ja: 'ノードで net.ipv4.tcp_tw_reuse=0 を設定してください。',
    },
    {
      en: 'Look for the file under /etc/sysctl.d that sets it again at the next boot.',
      zh: '检查 /etc/sysctl.d 下是否有文件会在下次启动时再次设置。',
      ja: '次の起動で再設定するファイルが /etc/sysctl.d にないか確認してください。',
    },
    useNodePool,
  ],
  examples: {
    fires: [
      {
        name: 'set with sysctl',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.tcp_tw_reuse=1' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.tcp_tw_reuse=1' },
        actor: 'ack',
      },
      {
        name: 'the safe value',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.tcp_tw_reuse=0' },
      },
    ],
  },
});
