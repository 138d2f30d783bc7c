import { defineRule } from '../rule.ts';

export const volumeUnmounted = defineRule({
  id: 'storage.volume-unmounted',
  rows: ['R50'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['volume-unmounted'],
  title: {
    en: 'Volume unmounted on a node',
    zh: '节点上的存储卷被 umount',
    ja: 'ノードでボリュームがアンマウントされました',
  },
  impact: {
    en: 'The Pod goes on writing, but to the local disk of the node: what it writes is lost when the Pod moves.',
    zh: 'Pod 继续写入,但数据写到节点本地盘:Pod 迁移后数据丢失。',
    ja: 'Pod は書き込みを続けますが、書き込み先はノードのローカルディスクになり、Pod の移動時に失われます。',
  },
  recovery: [
    {
      en: 'Restart the Pod so that the volume is mounted again.',
      zh: '重启 Pod,使存储卷重新挂载。',
      ja: 'Pod を再起動し、ボリュームを再マウントさせてください。',
    },
    {
      en: 'Save what was written to the local path meanwhile before you do so.',
      zh: '重启之前,先备份期间写到本地路径的数据。',
      ja: 'その前に、ローカルのパスへ書かれたデータを退避してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a CSI mount taken off',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'umount /var/lib/kubelet/plugins/kubernetes.io/csi/pv/d-1/globalmount',
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
          CommandContent: 'umount /var/lib/kubelet/plugins/kubernetes.io/csi/pv/d-1/globalmount',
        },
        actor: 'ack',
      },
      {
        name: 'another mount',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'umount /mnt/usb' },
      },
    ],
  },
});
