import { defineRule } from '../rule.ts';

export const commandUnread = defineRule({
  id: 'usage.command-unread',
  rows: ['U12'],
  severity: 'low',
  roles: ['node', 'master', 'lingjun-node'],
  effects: ['command-unread'],
  title: {
    en: 'Command on a node whose text is not known',
    zh: '节点上执行了内容未知的命令',
    ja: 'ノードで内容の分からないコマンドが実行されました',
  },
  impact: {
    en: 'Somebody worked on the node, and nobody can tell from the record what was done there: any setting, file or directory may have changed.',
    zh: '有人在节点上执行了操作,但记录中看不出具体内容:任何设置、文件或目录都可能已被修改。',
    ja: 'ノードで作業が行われましたが、記録からは内容が分かりません。設定、ファイル、ディレクトリが変更された可能性があります。',
  },
  recovery: [
    {
      en: 'Ask the person what was done, or read the session log of Cloud Assistant.',
      zh: '向操作者确认,或查看云助手的会话日志。',
      ja: '実行者に確認するか、Cloud Assistant のセッションログを確認してください。',
    },
  ],
  examples: {
    fires: [
      { name: 'a terminal session opened', operation: 'Ecs:StartTerminalSession', params: { 'InstanceId.1': 'i-1' } },
    ],
    quiet: [
      { name: 'by ACK itself', operation: 'Ecs:StartTerminalSession', params: { 'InstanceId.1': 'i-1' }, actor: 'ack' },
      {
        name: 'a harmless command in plain text',
        operation: 'Ecs:RunCommand',
        params: { 'InstanceId.1': 'i-1', Type: 'RunShellScript', CommandContent: 'uptime' },
      },
    ],
  },
});
