import { defineRule } from '../rule.ts';

export const volumeDiskAttached = defineRule({
  id: 'storage.volume-disk-attached',
  rows: ['R52'],
  severity: 'high',
  roles: ['volume-disk'],
  effects: ['attached'],
  title: {
    en: 'Disk of a volume attached by hand',
    zh: '存储卷的云盘被手动挂载',
    ja: 'ボリュームのディスクが手作業でアタッチされました',
  },
  impact: {
    en: 'A cloud disk serves one Pod at a time: used from two places, data is damaged or the Pod gets I/O errors.',
    zh: '云盘同一时间只能供一个 Pod 使用:两处同时使用会损坏数据或导致 I/O 错误。',
    ja: 'クラウドディスクは一度に 1 つの Pod でしか使えません。2 か所から使うとデータが壊れるか I/O エラーになります。',
  },
  recovery: [
    {
      en: 'Detach the disk from the instance that is not its node with the command below.',
      zh: '用下面的命令从非所属节点的实例上卸载云盘。',
      ja: '下のコマンドで、本来のノードではないインスタンスからディスクをデタッチしてください。',
    },
    {
      en: 'Restart the Pods that use the volume and check that their data is on it.',
      zh: '重启使用该存储卷的 Pod,并确认数据写在存储卷上。',
      ja: 'ボリュームを使う Pod を再起動し、データがボリューム上にあることを確認してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'attached to some instance', operation: 'Ecs:AttachDisk', params: { DiskId: 'd-1', InstanceId: 'i-9' } },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in',
        operation: 'Ecs:AttachDisk',
        params: { DiskId: 'd-1', InstanceId: 'i-1' },
        actor: 'ack',
      },
      {
        name: 'the system disk of a node',
        operation: 'Ecs:AttachDisk',
        params: { DiskId: 'd-1', InstanceId: 'i-1' },
        role: 'node-system-disk',
      },
    ],
  },
});
