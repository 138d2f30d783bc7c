import { defineRule } from '../rule.ts';

export const nasDirectoryDeleted = defineRule({
  id: 'storage.nas-directory-deleted',
  rows: ['R53'],
  severity: 'high',
  roles: ['node', 'master', 'lingjun-node', 'volume-nas'],
  effects: ['mount-directory-deleted', 'directory-deleted', 'recycle-bin-emptied', 'delete-protection-lifted'],
  when: (_, { resource, effect }) => resource.role === 'volume-nas' || effect === 'mount-directory-deleted',
  title: {
    en: 'Directory of a NAS volume deleted',
    zh: 'NAS 存储卷的目录被删除',
    ja: 'NAS ボリュームのディレクトリが削除されました',
  },
  impact: {
    en: 'Pods that use the directory get I/O errors when they write, and its files are gone.',
    zh: '使用该目录的 Pod 写入时报 I/O 错误,文件丢失。',
    ja: 'このディレクトリを使う Pod は書き込み時に I/O エラーになり、ファイルは失われます。',
  },
  recovery: [
    {
      en: 'Restore the directory from the recycle bin or a snapshot of the file system.',
      zh: '从回收站或文件系统快照恢复该目录。',
      ja: 'ごみ箱またはファイルシステムのスナップショットからディレクトリを復元してください。',
    },
    {
      en: 'Restart the Pods that use the volume and check that their data is on it.',
      zh: '重启使用该存储卷的 Pod,并确认数据写在存储卷上。',
      ja: 'ボリュームを使う Pod を再起動し、データがボリューム上にあることを確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a mounted directory removed on a node',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /mnt/nas/app' },
      },
      {
        name: 'a fileset deleted',
        operation: 'NAS:DeleteFileset',
        params: { FileSystemId: 'cpfs-1', FsetId: 'fset-1' },
        role: 'volume-nas',
      },
      {
        name: 'the recycle bin emptied',
        operation: 'NAS:DisableAndCleanRecycleBin',
        params: { FileSystemId: 'nas-1' },
        role: 'volume-nas',
      },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in',
        operation: 'NAS:DeleteFileset',
        params: { FileSystemId: 'cpfs-1', FsetId: 'fset-1' },
        role: 'volume-nas',
        actor: 'ack',
      },
      {
        name: 'a directory listed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'ls /mnt/nas/app' },
      },
      {
        name: 'deletion protection of a node',
        operation: 'Ecs:ModifyInstanceAttribute',
        params: { InstanceId: 'i-1', DeletionProtection: false },
      },
    ],
  },
});
