import { defineRule } from '../rule.ts';

export const logStoreChanged = defineRule({
  id: 'logs.log-store-changed',
  rows: ['R58'],
  severity: 'high',
  roles: ['log-project', 'logstore'],
  effects: ['deleted', 'log-collection-changed'],
  title: {
    en: 'Logs of the cluster deleted or their collection changed',
    zh: '集群的日志被删除或采集配置被修改',
    ja: 'クラスターのログが削除されたか、収集設定が変更されました',
  },
  impact: {
    en: 'A deleted project or logstore takes its logs with it, the audit log of the cluster included; a changed configuration leaves gaps.',
    zh: '删除 Project 或 Logstore 会丢失其中的日志,包括集群审计日志;修改采集配置会造成日志缺口。',
    ja: 'プロジェクトや Logstore を削除すると、クラスターの監査ログを含むログが失われます。設定を変えると欠落が生じます。',
  },
  recovery: [
    {
      en: 'Switch the audit log and log collection of the cluster on again so that ACK creates them anew.',
      zh: '重新开启集群审计日志和日志采集,由 ACK 重新创建。',
      ja: 'クラスターの監査ログとログ収集を再度有効にし、ACK に作り直させてください。',
    },
    {
      en: 'Restore a changed collection configuration through its AliyunLogConfig object.',
      zh: '被修改的采集配置请通过 AliyunLogConfig 对象恢复。',
      ja: '変更された収集設定は AliyunLogConfig オブジェクトで戻してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'the project of the cluster deleted', operation: 'Sls:DeleteProject', params: { project: 'k8s-log-c1' } },
      {
        name: 'the audit logstore deleted',
        operation: 'Sls:DeleteLogStore',
        params: { project: 'k8s-log-c1', logstore: 'audit-c1' },
        role: 'logstore',
      },
      {
        name: 'a collection configuration deleted',
        operation: 'Sls:DeleteConfig',
        params: { project: 'k8s-log-c1', configName: 'app' },
      },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Sls:DeleteProject', params: { project: 'k8s-log-c1' }, actor: 'ack' },
      {
        name: 'something new in the project',
        operation: 'Sls:CreateLogStore',
        params: { project: 'k8s-log-c1', logstore: 'x' },
      },
    ],
  },
});
