import type { Answer, Call } from '../api.ts';

const MODERN = '2022-02-22';
const MODERN_LIST =
  /^(?:InstanceIds|Processes|Scal\w+Ids|Scal\w+Names|ScalingRuleAris|ScheduledTaskIds|ScheduledActions)(?:\.|$)/iu;

/** Whether a call is of 2022-02-22: by its version, or by lists that only that version spells so. */
export function isModern({ version, params }: Call): boolean {
  return version === undefined ? Object.keys(params).some((name) => MODERN_LIST.test(name)) : version === MODERN;
}

/** The answer without the wrappers of 2014-08-28: `{ Tags: { Tag: […] } }` becomes `{ Tags: […] }`, at every depth. */
export function unwrapped(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, inner(value)]));
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const members: readonly unknown[] = Object.values(value);
  const [only] = members;
  if (members.length === 1 && Array.isArray(only)) return only.map(inner);
  return unwrapped({ ...value });
}
