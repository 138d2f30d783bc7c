import { defineRule } from '../rule.ts';

export const evidenceCut = defineRule({
  id: 'usage.evidence-cut',
  rows: ['E02'],
  severity: 'high',
  roles: ['evidence-source', 'cluster'],
  effects: ['recording-changed'],
  title: {
    en: 'Recording of events switched off or changed',
    zh: '操作记录被关闭或修改',
    ja: '操作の記録が停止または変更されました',
  },
  impact: {
    en: 'ackwatch and everybody who investigates later see less or nothing of what happens from now on.',
    zh: 'ackwatch 以及之后的调查人员将看不到或只能看到部分后续操作。',
    ja: 'ackwatch も後から調査する人も、今後の操作の一部またはすべてを確認できなくなります。',
  },
  recovery: [
    {
      en: 'Switch the trail, the audit log or the delivery on again.',
      zh: '重新开启跟踪、审计日志或日志投递。',
      ja: '証跡、監査ログ、ログ配信を再度有効にしてください。',
    },
    {
      en: 'Find out what the same actor did just before and after.',
      zh: '查明同一操作者在此前后的操作。',
      ja: '同じ実行者が前後に行った操作を確認してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'logging of the trail stopped', operation: 'Actiontrail:StopLogging', params: { Name: 'all' } },
      {
        name: 'the trail reduced to reads',
        operation: 'Actiontrail:UpdateTrail',
        params: { Name: 'all', EventRW: 'Read' },
      },
      {
        name: 'the audit log of a cluster switched off',
        operation: 'CS:UpdateClusterAuditLogConfig',
        params: { clusterid: 'c1', disable: true },
        role: 'cluster',
      },
      {
        name: 'delivery of Cloud Assistant changed',
        operation: 'Ecs:ModifyCloudAssistantSettings',
        params: { SettingType: 'SessionManagerDelivery' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'CS:UpdateClusterAuditLogConfig',
        params: { clusterid: 'c1', disable: true },
        role: 'cluster',
        actor: 'ack',
      },
      { name: 'logging started', operation: 'Actiontrail:StartLogging', params: { Name: 'all' } },
    ],
  },
});
