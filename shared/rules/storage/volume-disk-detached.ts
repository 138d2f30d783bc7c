import { defineRule } from '../rule.ts';

export const volumeDiskDetached = defineRule({
  id: 'storage.volume-disk-detached',
  rows: ['R49'],
  severity: 'high',
  roles: ['volume-disk'],
  effects: ['detached', 'attribute-changed', 'charge-type-changed'],
  title: {
    en: 'Disk of a volume detached by hand',
    zh: '存储卷的云盘被手动卸载',
    ja: 'ボリュームのディスクが手作業でデタッチされました',
  },
  impact: {
    en: 'Pods that write to the volume get I/O errors, and the node keeps a mount of a disk that is not there.',
    zh: '写入该存储卷的 Pod 报 I/O 错误,节点上残留已失效的挂载。',
    ja: 'ボリュームに書き込む Pod が I/O エラーになり、ノードには存在しないディスクのマウントが残ります。',
  },
  recovery: [
    {
      en: 'Attach the disk to its node again with the command below.',
      zh: '用下面的命令把云盘重新挂载到原节点。',
      ja: '下のコマンドでディスクを元のノードに再アタッチしてください。',
    },
    {
      en: 'Restart the Pod and clear what is left of the old mount on the node.',
      zh: '重启 Pod,并清理节点上残留的挂载。',
      ja: 'Pod を再起動し、ノードに残った古いマウントを解除してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'detached in the console', operation: 'Ecs:DetachDisk', params: { DiskId: 'd-1', InstanceId: 'i-1' } },
      {
        name: 'set to be released with its instance',
        operation: 'Ecs:ModifyDiskAttribute',
        params: { DiskId: 'd-1', DeleteWithInstance: true },
      },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in as the Pod moves',
        operation: 'Ecs:DetachDisk',
        params: { DiskId: 'd-1', InstanceId: 'i-1' },
        actor: 'ack',
      },
      { name: 'a new name', operation: 'Ecs:ModifyDiskAttribute', params: { DiskId: 'd-1', DiskName: 'x' } },
    ],
  },
});
