import { putBack } from '../recovery.ts';
import { defineRule } from '../rule.ts';

export const nasAccessChanged = defineRule({
  id: 'storage.nas-access-changed',
  rows: ['R54'],
  severity: 'medium',
  roles: ['volume-nas'],
  effects: ['access-changed', 'quota-changed'],
  title: {
    en: 'Access to a NAS file system in use changed',
    zh: '使用中的 NAS 文件系统的访问权限被修改',
    ja: '使用中の NAS ファイルシステムのアクセス権が変更されました',
  },
  impact: {
    en: 'Nodes that are no longer allowed, or a quota below what is used, have the same effect as a deletion: I/O of the Pods hangs or fails.',
    zh: '节点失去访问权限,或配额低于已用量时,与删除后果相同:Pod 的 I/O 挂起或失败。',
    ja: 'ノードが許可されなくなる、またはクォータが使用量を下回ると、削除と同じく Pod の I/O が停止または失敗します。',
  },
  recovery: [
    putBack,
    {
      en: 'Check that a Pod on every node can still write.',
      zh: '确认各节点上的 Pod 仍可写入。',
      ja: '各ノードの Pod が引き続き書き込めることを確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a mount target switched off',
        operation: 'NAS:ModifyMountTarget',
        params: { FileSystemId: 'nas-1', MountTargetDomain: 'nas-1.cn-hangzhou.nas.aliyuncs.com', Status: 'Inactive' },
      },
      {
        name: 'an access rule deleted',
        operation: 'NAS:DeleteAccessRule',
        params: { AccessGroupName: 'ack', AccessRuleId: '1' },
      },
      {
        name: 'a quota set',
        operation: 'NAS:SetDirQuota',
        params: { FileSystemId: 'nas-1', Path: '/app', QuotaType: 'Enforcement', SizeLimit: 1 },
      },
    ],
    quiet: [
      {
        name: 'by the CSI plug-in',
        operation: 'NAS:SetDirQuota',
        params: { FileSystemId: 'nas-1', Path: '/app' },
        actor: 'ack',
      },
      { name: 'a description', operation: 'NAS:ModifyFileSystem', params: { FileSystemId: 'nas-1', Description: 'x' } },
    ],
  },
});
