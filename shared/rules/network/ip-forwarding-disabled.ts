import { useNodePool } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const ipForwardingDisabled = defineRule({
  id: 'network.ip-forwarding-disabled',
  rows: ['R32'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['ip-forwarding-disabled'],
  title: {
    en: 'IP forwarding switched off on a node',
    zh: '节点的 IP 转发被关闭',
    ja: 'ノードの IP 転送が無効にされました',
  },
  impact: {
    en: 'The node no longer passes packets between Pods and the network: its Pods are cut off.',
    zh: '节点不再转发 Pod 与网络之间的报文:其上的 Pod 断网。',
    ja: 'ノードが Pod とネットワークの間のパケットを転送しなくなり、Pod は通信できません。',
  },
  recovery: [
    {
      en: 'Set net.ipv4.ip_forward=1 on the node.',
      zh: '在节点上设置 net.ipv4.ip_forward=1。',
      ja: 'ノードで net.ipv4.ip_forward=1 を設定してください。',
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
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.ip_forward=0' },
      },
      {
        name: 'written to /proc',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'echo 0 > /proc/sys/net/ipv4/ip_forward',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.ip_forward=0' },
        actor: 'ack',
      },
      {
        name: 'the safe value',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'sysctl -w net.ipv4.ip_forward=1' },
      },
    ],
  },
});
