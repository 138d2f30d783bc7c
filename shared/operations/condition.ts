import type { Condition } from '../model/operation.ts';
import { allAt, objectsOf, valueOf, type Params } from '../model/params.ts';

/** Whether the condition holds for these parameters; names and values compare without case. */
export function holds(condition: Condition, params: Params): boolean {
  if ('present' in condition) return isPresent(params, condition.present);
  if ('equals' in condition) return allAt(params, condition.equals[0]).some((text) => same(text, condition.equals[1]));
  if ('oneOf' in condition) {
    const [name, values] = condition.oneOf;
    return allAt(params, name).some((text) => values.some((value) => same(text, value)));
  }
  if ('prefix' in condition) {
    return allAt(params, condition.prefix[0]).some((text) => text.startsWith(condition.prefix[1]));
  }
  if ('member' in condition) {
    const [name, members] = condition.member;
    return objectsOf(params, name).some((object) => members.some((member) => valueOf(object, member) !== undefined));
  }
  if ('not' in condition) return !holds(condition.not, params);
  if ('all' in condition) return condition.all.every((part) => holds(part, params));
  return condition.any.some((part) => holds(part, params));
}

function isPresent(params: Params, path: string): boolean {
  return path.includes('.') ? allAt(params, path).length > 0 : valueOf(params, path) !== undefined;
}

function same(text: string, value: string): boolean {
  return text.toLowerCase() === value.toLowerCase();
}
