import { defineRule } from '../rule.ts';

/** Looks for upgrades before which no check of the cluster is known. */
export const upgradeUnchecked = defineRule({
  id: 'usage.upgrade-unchecked',
  rows: ['U08'],
  severity: 'low',
  roles: ['cluster'],
  effects: ['upgraded'],
  when: (_, { precautions }) => !precautions.includes('upgrade-checked'),
  title: { en: 'Cluster upgrade started', zh: '集群升级已开始', ja: 'クラスターのアップグレードが開始されました' },
  impact: {
    en: 'If the pre-check was left out or its findings were not fixed, the upgrade may get stuck half-way.',
    zh: '如果没有执行前置检查或未修复检查出的问题,升级可能中途卡住。',
    ja: '事前チェックを実行していない、または指摘を直していない場合、アップグレードが途中で止まることがあります。',
  },
  recovery: [
    {
      en: 'Look at the newest pre-check of the cluster; pause the upgrade if it reports problems.',
      zh: '查看集群最近一次前置检查;如有问题,暂停升级。',
      ja: 'クラスターの最新の事前チェックを確認し、問題があればアップグレードを一時停止してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'an upgrade started',
        operation: 'CS:UpgradeCluster',
        params: { ClusterId: 'c1', next_version: '1.31.1-aliyun.1' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself in its maintenance window',
        operation: 'CS:UpgradeCluster',
        params: { ClusterId: 'c1' },
        actor: 'ack',
      },
      {
        name: 'the pre-check itself',
        operation: 'CS:RunClusterCheck',
        params: { cluster_id: 'c1', type: 'ClusterUpgrade' },
      },
    ],
  },
});
