import type { Effect, IdPath, Touch } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';

/** One cell of a table: direct unless said otherwise. */
export function touch(
  kind: ResourceKind,
  ids: readonly IdPath[],
  effect: Effect,
  more: Partial<Pick<Touch, 'strength' | 'value' | 'when'>> = {},
): Touch {
  return { kind, ids, effect, strength: 'direct', ...more };
}
