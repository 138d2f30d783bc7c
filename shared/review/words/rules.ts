import type { Text } from '../../model/text.ts';

export const RULES = {
  title: { en: 'The rows of the manual, and the rules for them', zh: '手册条目及对应规则', ja: '項目とそのルール' },
  lead: {
    en: 'Every risky operation that ackwatch looks for. Counts are of the last 90 days.',
    zh: 'ackwatch 监控的所有高风险操作。计数为最近 90 天。',
    ja: 'ackwatch が監視するすべてのリスク操作です。件数は過去 90 日間です。',
  },
  row: { en: 'Row', zh: '条目', ja: '項目' },
  seen: { en: 'Seen', zh: '命中', ja: '検出' },
  notYet: { en: 'not yet', zh: '尚未', ja: '未検出' },
  times: { en: '{count} ×', zh: '{count} 次', ja: '{count} 件' },
  impact: { en: 'Impact', zh: '影响', ja: '影響' },
  recovery: { en: 'What to do', zh: '处理步骤', ja: '対処' },
  roles: { en: 'On', zh: '对象', ja: '対象' },
  effects: { en: 'Effects', zh: '影响类型', ja: '効果' },
  examples: { en: 'Examples', zh: '示例', ja: '例' },
  fires: { en: 'alerts', zh: '告警', ja: '通知する' },
  quiet: { en: 'stays quiet', zh: '不告警', ja: '通知しない' },
} as const satisfies Record<string, Text>;
