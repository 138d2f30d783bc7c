import type { Condition } from '../model/operation.ts';

/** A condition of the tables as a person says it. */
export function conditionWords(condition: Condition): string {
  if ('present' in condition) return `${condition.present} is given`;
  if ('equals' in condition) return `${condition.equals[0]} is ${condition.equals[1]}`;
  if ('oneOf' in condition) return `${condition.oneOf[0]} is one of ${condition.oneOf[1].join(', ')}`;
  if ('prefix' in condition) return `${condition.prefix[0]} begins with ${condition.prefix[1]}`;
  if ('member' in condition) return `${condition.member[0]} holds ${condition.member[1].join(' or ')}`;
  if ('not' in condition) return `not (${conditionWords(condition.not)})`;
  if ('all' in condition) return condition.all.map(conditionWords).join(' and ');
  return condition.any.map((part) => `(${conditionWords(part)})`).join(' or ');
}
