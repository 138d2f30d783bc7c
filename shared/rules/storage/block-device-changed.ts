import { defineRule } from '../rule.ts';

export const blockDeviceChanged = defineRule({
  id: 'storage.block-device-changed',
  rows: ['R51'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node', 'volume-disk'],
  effects: ['block-device-changed', 'reset', 'resized'],
  title: { en: 'Disk operated on directly', zh: '云盘被直接操作', ja: 'ディスクが直接操作されました' },
  impact: {
    en: 'The file system of the volume no longer fits what Kubernetes knows: data may be overwritten, or the Pod writes to the local disk of the node.',
    zh: '存储卷的文件系统与 Kubernetes 记录不一致:数据可能被覆盖,或者 Pod 写到节点本地盘。',
    ja: 'ボリュームのファイルシステムが Kubernetes の認識と合わなくなり、データが上書きされるか、Pod がノードのローカルディスクに書き込みます。',
  },
  recovery: [
    {
      en: 'Stop the Pods that use the disk before anything else is written.',
      zh: '先停止使用该云盘的 Pod,避免继续写入。',
      ja: 'これ以上書き込まれないよう、まずディスクを使う Pod を停止してください。',
    },
    {
      en: 'Restore the volume from a snapshot; a format or a roll-back cannot be undone.',
      zh: '从快照恢复存储卷;格式化或回滚无法撤销。',
      ja: 'スナップショットからボリュームを復元してください。フォーマットやロールバックは元に戻せません。',
    },
    {
      en: 'Grow volumes through the PersistentVolumeClaim.',
      zh: '扩容请通过 PersistentVolumeClaim 进行。',
      ja: '拡張は PersistentVolumeClaim から行ってください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a disk formatted on the node',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'mkfs.ext4 /dev/vdb' },
      },
      {
        name: 'the disk of a volume rolled back',
        operation: 'Ecs:ResetDisk',
        params: { DiskId: 'd-1', SnapshotId: 's-1' },
        role: 'volume-disk',
      },
      {
        name: 'the disk of a volume grown outside Kubernetes',
        operation: 'Ecs:ResizeDisk',
        params: { DiskId: 'd-1', NewSize: 100 },
        role: 'volume-disk',
      },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in',
        operation: 'Ecs:ResizeDisk',
        params: { DiskId: 'd-1', NewSize: 100 },
        role: 'volume-disk',
        actor: 'ack',
      },
      {
        name: 'disks only listed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'lsblk' },
      },
    ],
  },
});
