import { defineRule } from '../rule.ts';

export const bufferDeleted = defineRule({
  id: 'logs.buffer-deleted',
  rows: ['R56'],
  severity: 'medium',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['log-buffer-deleted'],
  title: {
    en: 'Buffer of the log collector deleted',
    zh: '日志采集缓存被删除',
    ja: 'ログ収集のバッファーが削除されました',
  },
  impact: {
    en: 'Logs that were waiting to be sent are lost.',
    zh: '等待发送的日志丢失。',
    ja: '送信待ちのログは失われます。',
  },
  recovery: [
    {
      en: 'This cannot be undone; do not clean directories under /tmp that a collector uses.',
      zh: '无法恢复;请勿清理采集器使用的 /tmp 目录。',
      ja: '元に戻せません。収集ツールが使う /tmp のディレクトリは削除しないでください。',
    },
  ],
  examples: {
    fires: [
      {
        name: 'the directory removed',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'rm -rf /tmp/ccs-log-collector/buffer',
        },
      },
    ],
    quiet: [
      {
        name: 'by ACK itself',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'rm -rf /tmp/ccs-log-collector/buffer',
        },
        actor: 'ack',
      },
      {
        name: 'a look at its size',
        operation: 'Ecs:RunCommand',
        params: {
          'InstanceId.1': 'i-1',
          Type: 'RunShellScript',
          CommandContent: 'du -sh /tmp/ccs-log-collector/buffer',
        },
      },
    ],
  },
});
