import { defineRule } from '../rule.ts';

export const ackwatchChanged = defineRule({
  id: 'usage.ackwatch-changed',
  rows: ['E03'],
  severity: 'high',
  roles: ['watcher'],
  effects: [
    'deleted',
    'stopped',
    'attribute-changed',
    'quota-changed',
    'permission-granted',
    'permission-removed',
    'permission-changed',
    'trust-changed',
  ],
  title: {
    en: 'ackwatch itself changed or switched off',
    zh: 'ackwatch 自身被修改或关闭',
    ja: 'ackwatch 自体が変更または停止されました',
  },
  impact: {
    en: 'From now on ackwatch may see less, say less, or nothing at all.',
    zh: '此后 ackwatch 可能看不全、少发或完全不发告警。',
    ja: '今後 ackwatch は検知や通知の一部またはすべてができなくなる可能性があります。',
  },
  recovery: [
    {
      en: 'Deploy ackwatch again if this was not a planned change.',
      zh: '如果不是计划内的变更，请重新部署 ackwatch。',
      ja: '計画された変更でない場合は ackwatch を再度デプロイしてください。',
    },
    {
      en: 'Find out what the same actor did just before and after.',
      zh: '查明同一操作者在此前后的操作。',
      ja: '同じ実行者が前後に行った操作を確認してください。',
    },
    {
      en: 'If a pipeline deploys it, declare that automation for this row.',
      zh: '如果由流水线部署，请为此行声明该自动化。',
      ja: 'パイプラインでデプロイする場合は、この行についてその自動処理を宣言してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'a function deleted', operation: 'FC:DeleteFunction', params: { functionName: 'ackwatch-actiontrail' } },
      {
        name: 'its trigger taken away',
        operation: 'FC-Open:DeleteTrigger',
        params: { functionName: 'ackwatch-sweep', triggerName: 'every-ten-minutes' },
      },
      {
        name: 'the event rule disabled',
        operation: 'Eventbridge:DisableRule',
        params: { EventBusName: 'default', RuleName: 'ackwatch-actiontrail-actiontrail' },
      },
      {
        name: 'a policy taken from its role',
        operation: 'Ram:DetachPolicyFromRole',
        params: { RoleName: 'ackwatch', PolicyName: 'ackwatch-read' },
      },
    ],
    quiet: [
      {
        name: 'a version published',
        operation: 'FC:PublishFunctionVersion',
        params: { functionName: 'ackwatch-sweep' },
      },
      {
        name: 'by ACK itself',
        operation: 'Ram:DetachPolicyFromRole',
        params: { RoleName: 'ackwatch', PolicyName: 'ackwatch-read' },
        actor: 'ack',
      },
    ],
  },
});
