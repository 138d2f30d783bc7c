import { defineRule } from '../rule.ts';

export const alertContactsChanged = defineRule({
  id: 'usage.alert-contacts-changed',
  rows: ['U02'],
  severity: 'low',
  roles: ['cluster'],
  effects: ['alert-contacts-changed'],
  title: {
    en: 'Alert contacts or alerting of the cluster changed',
    zh: '集群的告警联系人或告警开关被修改',
    ja: 'クラスターのアラート連絡先またはアラート設定が変更されました',
  },
  impact: {
    en: 'Warnings of ACK about risks and failures may reach nobody.',
    zh: 'ACK 的风险和故障通知可能无人收到。',
    ja: 'リスクや障害に関する ACK の通知が誰にも届かなくなることがあります。',
  },
  recovery: [
    {
      en: 'Check contacts, phone numbers and notification methods in the alert centre of ACK.',
      zh: '在 ACK 报警中心检查联系人、手机号和通知方式。',
      ja: 'ACK アラートセンターで連絡先、電話番号、通知方法を確認してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'alerting stopped', operation: 'CS:StopAlert', params: { ClusterId: 'c1' } },
      { name: 'a contact deleted', operation: 'CS:DeleteAlertContact', params: { contact_ids: [1] } },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'CS:StopAlert', params: { ClusterId: 'c1' }, actor: 'ack' },
      { name: 'a check of the cluster', operation: 'CS:RunClusterCheck', params: { cluster_id: 'c1' } },
    ],
  },
});
