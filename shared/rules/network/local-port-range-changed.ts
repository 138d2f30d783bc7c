import { useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const localPortRangeChanged = defineRule({
  id: 'network.local-port-range-changed',
  rows: ['R36'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['local-port-range-changed'],
  title: {
    en: 'Range of local ports changed on a node',
    zh: '节点的本地端口范围被修改',
    ja: 'ノードのローカルポート範囲が変更されました',
  },
  impact: {
    en: 'Outgoing connections may take ports that NodePorts or components use: the network fails now and then.',
    zh: '出站连接可能占用 NodePort 或组件使用的端口:网络间歇性失败。',
    ja: '外向きの接続が NodePort やコンポーネントのポートを使ってしまい、ネットワークが断続的に失敗します。',
  },
  recovery: [
    {
      en: 'Set net.ipv4.ip_local_port_range="32768 60999" on the node.',
      zh: '在节点上设置 net.ipv4.ip_local_port_range="32768 60999"。',
      ja: 'ノードで net.ipv4.ip_local_port_range="32768 60999" を設定してください。',
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
          CommandContent: 'sysctl -w net.ipv4.ip_local_port_range="1024 65535"',
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
          CommandContent: 'sysctl -w net.ipv4.ip_local_port_range="1024 65535"',
        },
        actor: 'ack',
      },
      {
        name: 'the safe value',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'sysctl -w net.ipv4.ip_local_port_range="32768 60999"',
        },
      },
    ],
  },
});
