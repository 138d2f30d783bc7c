import { replaceNode } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const keyPathsChanged = defineRule({
  id: 'usage.key-paths-changed',
  rows: ['U12'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['key-paths-changed'],
  title: {
    en: 'Key directories of Kubernetes changed on a node',
    zh: '节点上 Kubernetes 的关键目录被修改',
    ja: 'ノード上の Kubernetes の重要なディレクトリが変更されました',
  },
  impact: {
    en: 'kubelet, runtime and control plane keep their state and links there: the node, on a master the cluster, may fail.',
    zh: 'kubelet、容器运行时和控制面的状态与链接都在这些目录中:节点(Master 则为集群)可能故障。',
    ja: 'kubelet、ランタイム、コントロールプレーンの状態やリンクがここにあり、ノード(マスターではクラスター)が故障することがあります。',
  },
  recovery: [
    {
      en: 'Put files, links and owners back as they were.',
      zh: '恢复原来的文件、链接和属主。',
      ja: 'ファイル、リンク、所有者を元に戻してください。',
    },
    replaceNode,
  ],
  examples: {
    fires: [
      {
        name: 'the directory of kubelet moved',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'mv /var/lib/kubelet /data/kubelet' },
      },
      {
        name: 'a link in its place',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'ln -s /data/containerd /var/lib/containerd',
        },
      },
      {
        name: 'a file sent there',
        operation: 'Ecs:SendFile',
        params: { 'InstanceId.1': 'i-1', TargetDir: '/etc/kubernetes', Name: 'admin.conf', Content: '' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'mv /var/lib/kubelet /data/kubelet' },
        actor: 'ack',
      },
      {
        name: 'a look at its size',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'du -sh /var/lib/kubelet' },
      },
    ],
  },
});
