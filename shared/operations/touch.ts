import type { Effect, IdPath, Touch } from '../model/operation.ts';
import type { ResourceKind } from '../model/resource.ts';

/** What a cell may say besides kind, ids and effect. */
export type More = Partial<Pick<Touch, 'strength' | 'value' | 'when' | 'form'>>;

/** One cell of a table: direct unless said otherwise. */
export function touch(kind: ResourceKind, ids: readonly IdPath[], effect: Effect, more: More = {}): Touch {
  return { kind, ids, effect, strength: 'direct', ...more };
}

/** A column of cells, for the many calls that name their resource alike: `const node = on('ecs.instance', 'InstanceId')`. */
export function on(kind: ResourceKind, ...ids: readonly IdPath[]): (effect: Effect, more?: More) => Touch {
  return (effect, more) => touch(kind, ids, effect, more);
}

/** Touches the resource, with a weaker effect than the page speaks of. */
export const ADJACENT = { strength: 'adjacent' } as const satisfies More;
