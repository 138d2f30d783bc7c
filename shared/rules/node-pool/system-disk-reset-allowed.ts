import { defineRule } from '../rule.ts';

/**
 * Looks for repairs that may meet data on a system disk. Whether Pods keep data there, only a look into the cluster
 * tells.
 */
export const nodePoolSystemDiskResetAllowed = defineRule({
  id: 'node-pool.system-disk-reset-allowed',
  rows: ['R31'],
  severity: 'low',
  roles: ['node-pool', 'cluster'],
  effects: ['auto-repair-changed'],
  title: {
    en: 'Repair of nodes switched on or started',
    zh: '节点自愈或修复被开启或执行',
    ja: 'ノードの修復が有効化または実行されました',
  },
  impact: {
    en: 'A repair may reset the system disk of a node: data that Pods keep there, in hostPath or emptyDir, is lost.',
    zh: '修复可能重置节点的系统盘:Pod 通过 hostPath 或 emptyDir 保存在系统盘上的数据会丢失。',
    ja: '修復によってノードのシステムディスクがリセットされることがあり、hostPath や emptyDir でそこに置かれた Pod のデータは失われます。',
  },
  recovery: [
    {
      en: 'Keep important data on data disks, cloud disk volumes, NAS or OSS.',
      zh: '重要数据请保存在数据盘、云盘存储卷、NAS 或 OSS 上。',
      ja: '重要なデータはデータディスク、クラウドディスクボリューム、NAS、OSS に保存してください。',
    },
    {
      en: 'Check which Pods of the pool use hostPath or emptyDir.',
      zh: '检查节点池中哪些 Pod 使用 hostPath 或 emptyDir。',
      ja: 'ノードプールの Pod で hostPath や emptyDir を使うものを確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'a repair started',
        operation: 'CS:RepairClusterNodePool',
        params: { cluster_id: 'c1', nodepool_id: 'np1' },
      },
      {
        name: 'a repair policy made',
        operation: 'CS:CreateAutoRepairPolicy',
        params: { cluster_id: 'c1', rules: [] },
        role: 'cluster',
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:RepairClusterNodePool',
        params: { cluster_id: 'c1', nodepool_id: 'np1' },
        actor: 'ack',
      },
      {
        name: 'a repair policy deleted',
        operation: 'CS:DeleteAutoRepairPolicy',
        params: { cluster_id: 'c1' },
        role: 'cluster',
      },
    ],
  },
});
