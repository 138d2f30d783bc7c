import { defineRule } from '../rule.ts';

export const volumeDiskDeleted = defineRule({
  id: 'storage.volume-disk-deleted',
  rows: ['R49'],
  severity: 'critical',
  roles: ['volume-disk'],
  effects: ['deleted'],
  title: { en: 'Disk of a volume deleted', zh: '存储卷的云盘被删除', ja: 'ボリュームのディスクが削除されました' },
  impact: {
    en: 'The data of the volume is gone; Pods that claim it can no longer start.',
    zh: '存储卷的数据丢失,使用它的 Pod 无法再启动。',
    ja: 'ボリュームのデータは失われ、それを使う Pod は起動できなくなります。',
  },
  recovery: [
    {
      en: 'Create a disk from the newest snapshot, if there is one, and a new volume for it.',
      zh: '如有快照,请用最新快照创建云盘并新建存储卷。',
      ja: 'スナップショットがあれば、最新のものからディスクと新しいボリュームを作成してください。',
    },
    {
      en: 'Otherwise the data cannot be brought back: look for a backup of the application.',
      zh: '没有快照则数据无法恢复:请查找应用级备份。',
      ja: 'なければデータは復元できません。アプリケーションのバックアップを探してください。',
    },
  ],
  examples: {
    fires: [{ name: 'the disk deleted', operation: 'Ecs:DeleteDisk', params: { DiskId: 'd-1' } }],
    quiet: [
      {
        name: 'by the CSI plug-in as its claim is deleted',
        operation: 'Ecs:DeleteDisk',
        params: { DiskId: 'd-1' },
        actor: 'ack',
      },
      { name: 'a disk of a node', operation: 'Ecs:DeleteDisk', params: { DiskId: 'd-1' }, role: 'node-system-disk' },
    ],
  },
});
