import type { Text } from '../../model/text.ts';
import type { FindingOrder } from '../../store/review.ts';

export const FINDINGS = {
  filters: { en: 'Filters', zh: '筛选', ja: '絞り込み' },
  apply: { en: 'Show', zh: '显示', ja: '表示' },
  clear: { en: 'Clear all', zh: '全部清除', ja: 'すべて解除' },
  text: { en: 'Words', zh: '关键词', ja: '語句' },
  from: { en: 'From', zh: '起始', ja: '開始' },
  to: { en: 'Until', zh: '截止', ja: '終了' },
  account: { en: 'Account', zh: '账号', ja: 'アカウント' },
  region: { en: 'Region', zh: '地域', ja: 'リージョン' },
  cluster: { en: 'Cluster', zh: '集群', ja: 'クラスター' },
  row: { en: 'Row', zh: '条目', ja: '項目' },
  rule: { en: 'Rule', zh: '规则', ja: 'ルール' },
  severity: { en: 'Severity', zh: '级别', ja: '重大度' },
  status: { en: 'Status', zh: '状态', ja: '状態' },
  verdict: { en: 'Verdict', zh: '结论', ja: '判定' },
  noVerdict: { en: 'none yet', zh: '尚无', ja: '未判定' },
  actor: { en: 'By', zh: '操作者', ja: '実行者' },
  resource: { en: 'Resource', zh: '资源', ja: 'リソース' },
  order: { en: 'Order', zh: '排序', ja: '並べ替え' },
  perPage: { en: 'Per page', zh: '每页', ja: '件数' },
  happened: { en: 'Happened', zh: '发生时间', ja: '発生' },
  what: { en: 'What', zh: '内容', ja: '内容' },
  export: { en: 'Export what is filtered', zh: '导出筛选结果', ja: '絞り込み結果を出力' },
  exportBound: {
    en: 'An export holds the first {count} findings; narrow the time for the rest.',
    zh: '导出最多包含前 {count} 条；其余请缩小时间范围。',
    ja: '出力は先頭の {count} 件までです。残りは期間を狭めてください。',
  },
  nothing: {
    en: 'No finding fits. Take a filter away, or look among the disregarded events.',
    zh: '没有符合的发现。请减少筛选条件，或查看未上报的事件。',
    ja: '該当する検出はありません。条件を減らすか、対象外のイベントをご覧ください。',
  },
  refused: { en: 'refused', zh: '被拒绝', ja: '拒否' },
} as const satisfies Record<string, Text>;

export const ORDER_WORDS: Readonly<Record<FindingOrder, Text>> = {
  newest: { en: 'newest first', zh: '最新优先', ja: '新しい順' },
  oldest: { en: 'oldest first', zh: '最早优先', ja: '古い順' },
  severity: { en: 'worst first', zh: '最严重优先', ja: '重大度順' },
};
