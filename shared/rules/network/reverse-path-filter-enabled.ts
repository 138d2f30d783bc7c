import { useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const reversePathFilterEnabled = defineRule({
  id: 'network.reverse-path-filter-enabled',
  rows: ['R33'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['reverse-path-filter-enabled'],
  title: {
    en: 'Reverse path filter switched on on a node',
    zh: '节点的反向路径过滤被开启',
    ja: 'ノードのリバースパスフィルターが有効にされました',
  },
  impact: {
    en: 'The kernel drops packets of Pods that come back on another interface: connections of the Pods fail.',
    zh: '内核会丢弃从其他网卡返回的 Pod 报文:Pod 连接失败。',
    ja: '別のインターフェースから戻る Pod のパケットをカーネルが破棄し、Pod の接続が失敗します。',
  },
  recovery: [
    {
      en: 'Set net.ipv4.conf.all.rp_filter=0 on the node.',
      zh: '在节点上设置 net.ipv4.conf.all.rp_filter=0。',
      ja: 'ノードで net.ipv4.conf.all.rp_filter=0 を設定してください。',
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
        name: 'set for all interfaces',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.conf.all.rp_filter=1',
        },
      },
      {
        name: 'loose mode on eth0',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.conf.eth0.rp_filter=2',
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
          CommandContent: 'sysctl -w net.ipv4.conf.all.rp_filter=1',
        },
        actor: 'ack',
      },
      {
        name: 'the safe value',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.conf.all.rp_filter=0',
        },
      },
    ],
  },
});
