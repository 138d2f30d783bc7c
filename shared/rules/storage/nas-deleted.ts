import { defineRule } from '../rule.ts';

export const nasDeleted = defineRule({
  id: 'storage.nas-deleted',
  rows: ['R54'],
  severity: 'critical',
  roles: ['volume-nas'],
  effects: ['deleted', 'reset', 'detached'],
  title: {
    en: 'NAS file system or mount target in use deleted',
    zh: '使用中的 NAS 文件系统或挂载点被删除',
    ja: '使用中の NAS ファイルシステムまたはマウントターゲットが削除されました',
  },
  impact: {
    en: 'Every Pod that has it mounted hangs in I/O, and so do the nodes under them; the data of a deleted file system is gone.',
    zh: '挂载它的所有 Pod 都会 I/O 挂起,所在节点也受影响;被删除的文件系统数据丢失。',
    ja: 'マウントしているすべての Pod の I/O が停止し、ノードも影響を受けます。削除されたファイルシステムのデータは失われます。',
  },
  recovery: [
    {
      en: 'If only the mount target is gone, create one with the same network and access group; Pods need its new address.',
      zh: '如果只是挂载点被删除,请用相同的网络和权限组新建;Pod 需要改用新地址。',
      ja: 'マウントターゲットだけが失われた場合は、同じネットワークと権限グループで作成してください。Pod には新しいアドレスが必要です。',
    },
    {
      en: 'Reboot the nodes on which I/O hangs.',
      zh: '重启 I/O 挂起的节点。',
      ja: 'I/O が停止したノードを再起動してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a mount target deleted',
        operation: 'NAS:DeleteMountTarget',
        params: { FileSystemId: 'nas-1', MountTargetDomain: 'nas-1.cn-hangzhou.nas.aliyuncs.com' },
      },
      { name: 'a file system deleted', operation: 'NAS:DeleteFileSystem', params: { FileSystemId: 'nas-1' } },
      {
        name: 'a file system rolled back',
        operation: 'NAS:ResetFileSystem',
        params: { FileSystemId: 'nas-1', SnapshotId: 's-1' },
      },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in',
        operation: 'NAS:DeleteFileSystem',
        params: { FileSystemId: 'nas-1' },
        actor: 'ack',
      },
      { name: 'a snapshot deleted', operation: 'NAS:DeleteSnapshot', params: { SnapshotId: 's-1' } },
    ],
  },
});
