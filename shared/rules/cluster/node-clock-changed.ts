import { defineRule } from '../rule.ts';

export const nodeClockChanged = defineRule({
  id: 'cluster.node-clock-changed',
  rows: ['R11'],
  severity: 'medium',
  roles: ['node', 'lingjun-node'],
  effects: ['clock-changed'],
  title: { en: 'Clock of a node changed', zh: '节点的系统时间被修改', ja: 'ノードの時刻が変更されました' },
  impact: {
    en: 'Certificates look expired or not yet valid, leases and logs go wrong: components on the node may fail.',
    zh: '证书可能被判定为过期或未生效,租约和日志错乱,节点组件可能异常。',
    ja: '証明書が期限切れまたは有効期間前と判定され、リースやログが狂い、ノードのコンポーネントが異常になることがあります。',
  },
  recovery: [
    {
      en: 'Set the time back and switch the time service (chronyd) on again.',
      zh: '恢复时间,并重新启用时间同步服务(chronyd)。',
      ja: '時刻を戻し、時刻同期サービス(chronyd)を再び有効にしてください。',
    },
    {
      en: 'Check that `kubectl get nodes` shows the node as Ready.',
      zh: '确认 kubectl get nodes 中该节点为 Ready。',
      ja: 'kubectl get nodes でノードが Ready であることを確認してください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the date set',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'date -s "2020-01-01"' },
      },
      {
        name: 'time synchronisation stopped',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'systemctl stop chronyd' },
      },
      {
        name: 'the precision clock switched',
        operation: 'Ecs:ModifyInstanceClockOptions',
        params: { InstanceId: 'i-1', PtpStatus: 'disabled' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'systemctl stop chronyd' },
        actor: 'ack',
      },
      {
        name: 'the date only read',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', CommandContent: 'date +%s' },
      },
    ],
  },
});
