import type { Json } from '../model/change.ts';
import { same } from './content.ts';
import { diff } from './diff.ts';
import type { Inspected } from './inspected.ts';

export type Verdict = Inspected['verdict'];

/** The states of one resource that are known; each as far as it counts in a comparison. */
export interface States {
  readonly before?: Json | undefined;
  /** What the call asks for. */
  readonly asked?: Json | undefined;
  /** Read after the call, with no later call known. */
  readonly after?: Json | undefined;
  /** As it was read last, whatever came between. */
  readonly present?: Json | undefined;
  readonly expected?: Json | undefined;
  /** Whether the state before is known to be wrong, so that going back to what is expected puts it right. */
  readonly isWrongBefore: boolean;
}

/** What the call comes to for one resource. What is not known is never taken for harmless. */
export function verdictOf({ before, asked, after, present, expected, isWrongBefore }: States): Verdict {
  if (before === undefined || asked === undefined) return 'changed';
  if (same(asked, before)) return after === undefined || same(after, before) ? 'no-effect' : 'changed';
  if (expected !== undefined && isWrongBefore) {
    // What was asked for decides: a deletion is no restoration because a reading, late or early, shows all in order.
    const isMadeAnew = before === null && asked !== null && after !== undefined && same(after, expected);
    const isAsked = isMadeAnew || leadsTo(expected, before, asked);
    if (isAsked && (after === undefined || leadsTo(expected, before, after))) return 'restores';
  }
  if (present === undefined) return 'changed';
  return same(present, before) || (expected !== undefined && same(present, expected)) ? 'put-back' : 'changed';
}

/** What all resources of an event come to together: the gravest. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['changed', 'put-back', 'restores', 'no-effect'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'changed';
}

/** Whether everything that differs from `before` is as expected; not everything that is wrong need be put right. */
function leadsTo(expected: Json, before: Json, state: Json): boolean {
  const due = new Map(diff(before, expected).map((change) => [change.path, change]));
  return diff(before, state).every(({ path, op, after }) => {
    const wanted = due.get(path);
    return wanted !== undefined && wanted.op === op && same(wanted.after ?? null, after ?? null);
  });
}
