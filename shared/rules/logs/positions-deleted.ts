import { defineRule } from '../rule.ts';

export const positionsDeleted = defineRule({
  id: 'logs.positions-deleted',
  rows: ['R55'],
  severity: 'low',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['log-position-deleted'],
  title: {
    en: 'Read positions of the log collector deleted',
    zh: '日志采集位点被删除',
    ja: 'ログ収集の読み取り位置が削除されました',
  },
  impact: {
    en: 'The collector starts again from the beginning: logs arrive twice.',
    zh: '采集器会从头开始采集:日志重复。',
    ja: '収集が最初からやり直され、ログが重複します。',
  },
  recovery: [
    {
      en: 'This cannot be undone; do not clean directories under /tmp that a collector uses.',
      zh: '无法恢复;请勿清理采集器使用的 /tmp 目录。',
      ja: '元に戻せません。収集ツールが使う /tmp のディレクトリは削除しないでください。',
    },
    {
      en: 'Filter duplicates by time in the logstore.',
      zh: '在日志库中按时间过滤重复日志。',
      ja: 'Logstore で時刻を使って重複を除いてください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the directory removed',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /tmp/ccs-log-collector/pos' },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /tmp/ccs-log-collector/pos' },
        actor: 'ack',
      },
      {
        name: 'another directory',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'rm -rf /tmp/build' },
      },
    ],
  },
});
