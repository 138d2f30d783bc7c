import type { Standing } from '../model/actor.ts';
import type { Severity } from '../model/severity.ts';
import type { Text } from '../model/text.ts';

/** Every fixed word of a message. A missing language does not compile. */
export const WORDS = {
  cluster: { en: 'Cluster', zh: '集群', ja: 'クラスター' },
  resources: { en: 'Resources', zh: '资源', ja: 'リソース' },
  operation: { en: 'Operation', zh: '操作', ja: '操作' },
  actor: { en: 'By', zh: '操作者', ja: '実行者' },
  from: { en: 'From', zh: '来源', ja: '接続元' },
  happened: { en: 'Happened', zh: '发生时间', ja: '発生' },
  received: { en: 'Received', zh: '收到时间', ja: '受信' },
  changes: { en: 'What changed', zh: '变更内容', ja: '変更内容' },
  changesUnknown: {
    en: 'What changed is unknown: the state before or after could not be read.',
    zh: '变更内容未知:无法读取变更前或变更后的状态。',
    ja: '変更内容は不明です。変更前または変更後の状態を読み取れませんでした。',
  },
  expected: { en: 'expected', zh: '应为', ja: '本来の値' },
  none: { en: 'none', zh: '无', ja: 'なし' },
  impact: { en: 'Impact', zh: '影响', ja: '影響' },
  recovery: { en: 'What to do', zh: '处理步骤', ja: '対処' },
  restore: { en: 'Restore command', zh: '恢复命令', ja: '復元コマンド' },
  irrecoverable: { en: 'This cannot be undone.', zh: '此操作无法恢复。', ja: 'この操作は元に戻せません。' },
  refused: { en: 'The call was refused', zh: '该调用被拒绝', ja: '呼び出しは拒否されました' },
  more: { en: 'and {count} more', zh: '另有 {count} 项', ja: 'ほか {count} 件' },
  rows: { en: 'Rows', zh: '条目', ja: '項目' },
  rule: { en: 'Rule', zh: '规则', ja: 'ルール' },
  finding: { en: 'Finding', zh: '发现', ja: '検出' },
} as const satisfies Record<string, Text>;

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  critical: { en: 'CRITICAL', zh: '严重', ja: '緊急' },
  high: { en: 'HIGH', zh: '高危', ja: '高' },
  medium: { en: 'MEDIUM', zh: '中危', ja: '中' },
  low: { en: 'LOW', zh: '低危', ja: '低' },
  informational: { en: 'INFO', zh: '提示', ja: '情報' },
};

export const STANDING_WORDS: Readonly<Record<Standing, Text>> = {
  ack: { en: 'ACK itself', zh: 'ACK 自身', ja: 'ACK 自身' },
  echo: {
    en: 'a service carrying out an earlier call',
    zh: '代为执行先前调用的服务',
    ja: '先の呼び出しを実行するサービス',
  },
  platform: { en: 'the cloud platform', zh: '云平台', ja: 'クラウド基盤' },
  declared: { en: 'declared automation', zh: '已声明的自动化', ja: '宣言済みの自動化' },
  outsider: { en: 'not ACK', zh: '非 ACK', ja: 'ACK 以外' },
  suspect: { en: 'suspect', zh: '可疑', ja: '疑わしい' },
  unverified: { en: 'not verified', zh: '未验证', ja: '未確認' },
};
