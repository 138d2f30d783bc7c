import { useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const tcpTwRecycleEnabled = defineRule({
  id: 'network.tcp-tw-recycle-enabled',
  rows: ['R35'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['tcp-tw-recycle-enabled'],
  title: {
    en: 'tcp_tw_recycle set to 1 on a node',
    zh: '节点的 tcp_tw_recycle 被设为 1',
    ja: 'ノードの tcp_tw_recycle が 1 に設定されました',
  },
  impact: {
    en: 'Connections from behind NAT are refused at random. Kernels from 4.12 on no longer have the switch.',
    zh: '经过 NAT 的连接会被随机拒绝。4.12 及以上内核已移除该参数。',
    ja: 'NAT 経由の接続が不規則に拒否されます。カーネル 4.12 以降にはこのパラメーターがありません。',
  },
  recovery: [
    {
      en: 'Set net.ipv4.tcp_tw_recycle=0 on the node.',
      zh: '在节点上设置 net.ipv4.tcp_tw_recycle=0。',
      ja: 'ノードで net.ipv4.tcp_tw_recycle=0 を設定してください。',
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
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.tcp_tw_recycle=1',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.tcp_tw_recycle=1',
        },
        actor: 'ack',
      },
      {
        name: 'the safe value',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.tcp_tw_recycle=0',
        },
      },
    ],
  },
});
