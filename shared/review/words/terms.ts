import type { Decision } from '../../model/decision.ts';
import type { Status } from '../../model/finding.ts';
import type { Delivery } from '../../model/notification.ts';
import type { Text } from '../../model/text.ts';
import type { ReviewRole } from '../../store/review-access.ts';
import type { ReviewAction, Verdict } from '../../store/reviewing.ts';

export const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  new: { en: 'new', zh: '新', ja: '新規' },
  'in-progress': { en: 'in progress', zh: '处理中', ja: '対応中' },
  suppressed: { en: 'suppressed', zh: '已抑制', ja: '抑制中' },
  resolved: { en: 'resolved', zh: '已解决', ja: '解決済み' },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  'true-positive': { en: 'true positive', zh: '真实风险', ja: '真のリスク' },
  benign: { en: 'benign', zh: '无害', ja: '無害' },
  'false-positive': { en: 'false positive', zh: '误报', ja: '誤検出' },
  test: { en: 'test', zh: '测试', ja: 'テスト' },
};

/** What each verdict means, for whoever chooses one. */
export const VERDICT_HINTS: Readonly<Record<Verdict, Text>> = {
  'true-positive': {
    en: 'It was risky and nobody had agreed to it.',
    zh: '确有风险，且未经同意。',
    ja: 'リスクがあり、合意もなかった。',
  },
  benign: {
    en: 'It happened as told, and somebody had reason to do it.',
    zh: '确实发生，但操作有正当理由。',
    ja: '実際に起きたが、正当な理由があった。',
  },
  'false-positive': {
    en: 'ackwatch is wrong: it did not happen, or breaks nothing.',
    zh: 'ackwatch 判断有误：并未发生，或没有影响。',
    ja: 'ackwatch の誤り：起きていないか、影響がない。',
  },
  test: { en: 'Somebody tried the watcher.', zh: '有人在测试监控。', ja: '監視の動作確認。' },
};

export const OUTCOME_WORDS: Readonly<Record<Decision['outcome'], Text>> = {
  finding: { en: 'finding', zh: '发现', ja: '検出' },
  'not-risky': { en: 'not risky', zh: '无风险', ja: 'リスクなし' },
  'ack-itself': { en: 'by ACK itself', zh: 'ACK 自身操作', ja: 'ACK 自身' },
  echo: { en: 'echo of an earlier call', zh: '先前调用的后续', ja: '先の呼び出しの続き' },
  'not-owned': { en: 'no cluster’s resource', zh: '不属于任何集群', ja: 'どのクラスターにも属さない' },
  'ownership-unknown': { en: 'owner unknown, held', zh: '归属未知，暂存', ja: '所有者不明、保留中' },
  'no-effect': { en: 'changed nothing', zh: '未改变任何内容', ja: '変更なし' },
  restores: { en: 'put things right', zh: '恢复正常', ja: '正常に戻した' },
  approved: { en: 'the supported way', zh: '受支持的方式', ja: 'サポートされた方法' },
  'dry-run': { en: 'dry run', zh: '试运行', ja: 'ドライラン' },
  duplicate: { en: 'told before', zh: '已处理过', ja: '処理済み' },
  suppressed: { en: 'suppressed', zh: '已抑制', ja: '抑制' },
  unverified: { en: 'actor not verified, held', zh: '操作者未验证，暂存', ja: '実行者未確認、保留中' },
};

export const DELIVERY_WORDS: Readonly<Record<Delivery['state'], Text>> = {
  pending: { en: 'waiting', zh: '等待中', ja: '待機中' },
  delivered: { en: 'delivered', zh: '已送达', ja: '送信済み' },
  abandoned: { en: 'given up', zh: '已放弃', ja: '断念' },
};

export const ACTION_WORDS: Readonly<Record<ReviewAction['action'], Text>> = {
  verdict: { en: 'gave the verdict', zh: '给出结论', ja: '判定を付けた' },
  comment: { en: 'commented', zh: '发表评论', ja: 'コメントした' },
  accept: { en: 'accepted the state as baseline', zh: '接受当前状态为基线', ja: '状態をベースラインとして受け入れた' },
  suppress: { en: 'suppressed it', zh: '设置了抑制', ja: '抑制した' },
  reopen: { en: 'reopened it', zh: '重新打开', ja: '再オープンした' },
};

export const REVIEW_ROLE_WORDS: Readonly<Record<ReviewRole, Text>> = {
  viewer: { en: 'viewer', zh: '查看者', ja: '閲覧者' },
  reviewer: { en: 'reviewer', zh: '审核者', ja: 'レビュー担当者' },
};
