import type { Text } from '../../model/text.ts';

export const RULES = {
  title: { en: 'The rows of the manual, and the rules for them', zh: '手册条目及对应规则', ja: '項目とそのルール' },
  lead: {
    en: 'Every risky operation that ackwatch looks for, and when it was seen last.',
    zh: 'ackwatch 监控的所有高风险操作及最近命中时间。',
    ja: 'ackwatch が監視するすべてのリスク操作と、直近の検出時刻です。',
  },
  row: { en: 'Row', zh: '条目', ja: '項目' },
  seen: { en: 'Its findings', zh: '对应的发现', ja: '該当する検出' },
  notYet: { en: 'not yet', zh: '尚未', ja: '未検出' },
  seenLast: { en: 'last seen', zh: '最近命中', ja: '直近の検出' },
  impact: { en: 'Impact', zh: '影响', ja: '影響' },
  recovery: { en: 'What to do', zh: '处理步骤', ja: '対処' },
  roles: { en: 'On', zh: '对象', ja: '対象' },
  effects: { en: 'Effects', zh: '影响类型', ja: '効果' },
  examples: { en: 'Examples', zh: '示例', ja: '例' },
  fires: { en: 'alerts', zh: '告警', ja: '通知する' },
  quiet: { en: 'stays quiet', zh: '不告警', ja: '通知しない' },
} as const satisfies Record<string, Text>;
