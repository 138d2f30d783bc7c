import type { Standing } from '../model/actor.ts';
import type { Severity } from '../model/severity.ts';
import type { Text } from '../model/text.ts';

/** Every fixed word of a message; `{…}` is filled in. A missing language does not compile. */
export const WORDS = {
  headline: { en: '{severity}: {title}', zh: '{severity}：{title}', ja: '{severity}：{title}' },
  headlineRefused: {
    en: '{severity}, refused attempt: {title}',
    zh: '{severity}（尝试被拒绝）：{title}',
    ja: '{severity}（拒否された試み）：{title}',
  },
  headlineWeak: {
    en: '{severity}, early sign of: {title}',
    zh: '{severity}（前兆）：{title}',
    ja: '{severity}（予兆）：{title}',
  },
  headlineOver: {
    en: '{severity}, already put back: {title}',
    zh: '{severity}（已恢复）：{title}',
    ja: '{severity}（復元済み）：{title}',
  },

  refused: {
    en: 'The call was refused: {code}. Nothing was changed by it.',
    zh: '该调用被拒绝：{code}。未造成任何变更。',
    ja: '呼び出しは拒否されました：{code}。これによる変更はありません。',
  },
  refusedUnsaid: { en: 'no reason given', zh: '未说明原因', ja: '理由の記載なし' },
  weak: {
    en: 'The call itself does not go that far: it only lifts a guard, or touches the resource lightly.',
    zh: '该调用本身尚未造成上述后果：它只是解除了保护，或对资源影响较轻。',
    ja: 'この呼び出し自体はそこまで至っていません。保護を外したか、リソースに軽く触れただけです。',
  },
  over: { en: 'Already put back.', zh: '已经恢复。', ja: 'すでに元に戻されています。' },
  overWithin: {
    en: 'Already put back, within {duration}.',
    zh: '已在 {duration}内恢复。',
    ja: '{duration}以内に元に戻されています。',
  },
  repeat: {
    en: 'This may be a repeat: it is not known whether an earlier copy arrived.',
    zh: '这可能是重复消息：无法确认之前的消息是否送达。',
    ja: '重複している可能性があります。以前の通知が届いたかどうか分かりません。',
  },
  shortened: {
    en: 'Shortened: the full message could not be sent. Everything is kept under the finding’s number.',
    zh: '内容已缩短：完整消息无法发送，详情按发现编号保存。',
    ja: '短縮版です。全文は送信できませんでした。詳細は検出番号で保存されています。',
  },

  cluster: { en: 'Cluster', zh: '集群', ja: 'クラスター' },
  actor: { en: 'By', zh: '操作者', ja: '実行者' },
  actorLine: {
    en: '{name} ({type}, {standing})',
    zh: '{name}（{type}，{standing}）',
    ja: '{name}（{type}、{standing}）',
  },
  actorSession: {
    en: '{name}, session {session} ({type}, {standing})',
    zh: '{name}，会话 {session}（{type}，{standing}）',
    ja: '{name}、セッション {session}（{type}、{standing}）',
  },
  happened: { en: 'Happened', zh: '发生时间', ja: '発生' },
  received: { en: 'Received', zh: '收到时间', ja: '受信' },
  receivedLater: { en: '{time} ({duration} later)', zh: '{time}（{duration}后）', ja: '{time}（{duration}後）' },
  resources: { en: 'Resources', zh: '资源', ja: 'リソース' },
  resourceLine: { en: '{id} ({role})', zh: '{id}（{role}）', ja: '{id}（{role}）' },
  resourceNamed: { en: '{name}, {id} ({role})', zh: '{name}，{id}（{role}）', ja: '{name}、{id}（{role}）' },
  operation: { en: 'Operation', zh: '操作', ja: '操作' },
  address: { en: 'From', zh: '来源地址', ja: '接続元' },
  userAgent: { en: 'Client', zh: '客户端', ja: 'クライアント' },
  account: { en: 'Account', zh: '账号', ja: 'アカウント' },

  changes: { en: 'What changed', zh: '变更内容', ja: '変更内容' },
  changesUnknown: {
    en: 'Unknown: the state before or after could not be read.',
    zh: '未知：无法读取变更前或变更后的状态。',
    ja: '不明：変更前または変更後の状態を読み取れませんでした。',
  },
  noneSeen: {
    en: 'No difference was seen so far.',
    zh: '目前尚未看到差异。',
    ja: '今のところ差異は見られません。',
  },
  readAgain: {
    en: 'The next reading is due at {time}.',
    zh: '下次读取时间：{time}。',
    ja: '次の読み取りは {time} です。',
  },
  readState: { en: 'Read at {time}: {state}', zh: '{time} 读取到：{state}', ja: '{time} の読み取り：{state}' },
  asBefore: { en: 'as before the call', zh: '与调用前相同', ja: '呼び出し前と同じ' },
  deletionAsked: {
    en: 'deletion was asked for; whether it is gone is not known',
    zh: '已请求删除，是否已删除尚不清楚',
    ja: '削除が要求されましたが、削除されたかどうかは不明です',
  },
  gone: { en: 'exists no more', zh: '已不存在', ja: '存在しません' },
  expected: {
    en: '{change} (expected: {value})',
    zh: '{change}（应为：{value}）',
    ja: '{change}（本来の値：{value}）',
  },
  pair: { en: '{name}: {value}', zh: '{name}：{value}', ja: '{name}：{value}' },
  none: { en: 'none', zh: '无', ja: 'なし' },
  empty: { en: 'empty', zh: '空', ja: '空' },
  lastKnown: { en: 'What was known last', zh: '最后已知的状态', ja: '最後に分かっていた状態' },
  lastKnownAt: { en: 'read at {time}', zh: '读取于 {time}', ja: '{time} に読み取り' },

  impact: { en: 'Impact', zh: '影响', ja: '影響' },
  impactRefused: { en: 'Impact, had it worked', zh: '若成功则影响', ja: '成功していた場合の影響' },
  impactWeak: { en: 'Impact, if it comes to that', zh: '若发生则影响', ja: '実際に起きた場合の影響' },
  impactOver: { en: 'Impact while it lasted', zh: '期间的影响', ja: 'その間の影響' },
  recovery: { en: 'What to do', zh: '处理步骤', ja: '対処' },
  askWhy: {
    en: 'There is nothing to put back. Ask who made the call what it was for, and take the permission away if nobody needs it.',
    zh: '无需恢复。请向调用者确认意图，不需要的权限请收回。',
    ja: '元に戻すものはありません。実行者に目的を確認し、不要な権限は取り消してください。',
  },
  askWeak: {
    en: 'Ask who made the call what is planned. If nothing is, put it back now, before the rest follows.',
    zh: '请向调用者确认后续计划。如果并无计划，请立即恢复，以免进一步操作。',
    ja: '実行者に予定を確認してください。予定がなければ、続きが行われる前に今すぐ元に戻してください。',
  },
  checkOver: {
    en: 'It was put back before this message. Check that everything works again, and ask who did it why.',
    zh: '发出本消息前已恢复。请确认一切正常，并向操作者了解原因。',
    ja: 'この通知の前に元に戻されています。正常に動いているか確認し、実行者に理由を確認してください。',
  },
  restore: { en: 'Restore command', zh: '恢复命令', ja: '復元コマンド' },
  restoring: { en: 'Putting it back', zh: '恢复', ja: '復元' },
  irrecoverable: { en: 'This cannot be undone.', zh: '此操作无法恢复。', ja: 'この操作は元に戻せません。' },
  nothingToRestore: {
    en: 'There is nothing to put back: the state is as it should be.',
    zh: '无需恢复：状态符合预期。',
    ja: '元に戻すものはありません。状態は本来のとおりです。',
  },
  restoreUnknown: {
    en: 'No command could be worked out: put it back by hand.',
    zh: '无法得出恢复命令：请手动恢复。',
    ja: 'コマンドを導き出せませんでした。手動で元に戻してください。',
  },
  restoreHidden: {
    en: '{count} more command(s) do not fit here whole: they are kept under the finding’s number.',
    zh: '另有 {count} 条命令无法在此完整显示，按发现编号保存。',
    ja: 'ほか {count} 件のコマンドはここに全体を表示できません。検出番号で保存されています。',
  },

  notes: { en: 'Note', zh: '说明', ja: '注記' },
  more: { en: 'and {count} more', zh: '另有 {count} 项', ja: 'ほか {count} 件' },
  rows: { en: 'Rows', zh: '条目', ja: '項目' },
  rule: { en: 'Rule', zh: '规则', ja: 'ルール' },
  finding: { en: 'Finding', zh: '发现', ja: '検出' },
  open: { en: 'Open the finding', zh: '查看该发现', ja: '検出を開く' },

  unknownRuleTitle: {
    en: 'Risky change (a rule that this version does not have)',
    zh: '高风险变更（当前版本没有对应的规则）',
    ja: 'リスクの高い変更（このバージョンにないルール）',
  },
  unknownRuleImpact: {
    en: 'The rule that found this is not in the running version, so what it breaks is not known here.',
    zh: '发现此变更的规则不在当前运行的版本中，因此无法说明其影响。',
    ja: 'これを検出したルールは実行中のバージョンにないため、影響は分かりません。',
  },
  unknownRuleRecovery: {
    en: 'Look at what changed, and look the rule up in the version that found it.',
    zh: '查看变更内容，并在发现它的版本中查阅该规则。',
    ja: '変更内容を確認し、検出したバージョンでルールを調べてください。',
  },
} as const satisfies Record<string, Text>;

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  critical: { en: 'CRITICAL', zh: '严重', ja: '緊急' },
  high: { en: 'HIGH', zh: '高危', ja: '高リスク' },
  medium: { en: 'MEDIUM', zh: '中危', ja: '中リスク' },
  low: { en: 'LOW', zh: '低危', ja: '低リスク' },
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
