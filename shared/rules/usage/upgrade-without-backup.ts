import { defineRule } from '../rule.ts';

/** Looks for upgrades before which no backup is known. */
export const upgradeWithoutBackup = defineRule({
  id: 'usage.upgrade-without-backup',
  rows: ['U10'],
  severity: 'low',
  roles: ['cluster'],
  effects: ['upgraded'],
  when: (_, { precautions }) => !precautions.includes('backed-up'),
  title: {
    en: 'Cluster upgrade cannot be rolled back',
    zh: '集群升级无法回滚',
    ja: 'クラスターのアップグレードはロールバックできません',
  },
  impact: {
    en: 'There is no way back to the old version; without a backup a failed upgrade may cost data.',
    zh: '升级后无法回到旧版本;没有备份时,升级失败可能导致数据丢失。',
    ja: '元のバージョンには戻せません。バックアップがないと、失敗したときにデータを失うことがあります。',
  },
  recovery: [
    {
      en: 'Check that workloads, volumes and, on a dedicated cluster, etcd were backed up before it goes on.',
      zh: '继续之前,确认业务、存储卷以及专有集群的 etcd 已有备份。',
      ja: '続ける前に、ワークロード、ボリューム、専用クラスターでは etcd のバックアップがあることを確認してください。',
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
      { name: 'an upgrade cancelled', operation: 'CS:CancelClusterUpgrade', params: { ClusterId: 'c1' } },
    ],
  },
});
