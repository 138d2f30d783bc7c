import type { Condition } from '../model/operation.ts';
import { listOf, textOf, valueOf, type Params } from '../model/params.ts';

/** Whether the condition holds for these parameters; names and values compare without case. */
export function holds(condition: Condition, params: Params): boolean {
  if ('present' in condition) return valueOf(params, condition.present) !== undefined;
  if ('equals' in condition) return same(textOf(params, condition.equals[0]), condition.equals[1]);
  if ('oneOf' in condition) return condition.oneOf[1].some((value) => same(textOf(params, condition.oneOf[0]), value));
  if ('prefix' in condition)
    return listOf(params, condition.prefix[0]).some((text) => text.startsWith(condition.prefix[1]));
  if ('not' in condition) return !holds(condition.not, params);
  if ('all' in condition) return condition.all.every((part) => holds(part, params));
  return condition.any.some((part) => holds(part, params));
}

function same(text: string | undefined, value: string): boolean {
  return text?.toLowerCase() === value.toLowerCase();
}
