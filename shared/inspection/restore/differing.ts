import type { Json } from '../../model/change.ts';
import { type Content, isContent, same } from '../content.ts';

/** The fields of `wanted` that `present` has otherwise or not at all. */
export function differing(present: Json, wanted: Json): Content {
  if (!isContent(wanted)) return {};
  const now = isContent(present) ? present : {};
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => {
      const other = now[name];
      return other === undefined || !same(other, value);
    }),
  );
}

/** The fields that `present` has and `wanted` lacks. */
export function surplus(present: Json, wanted: Json): readonly string[] {
  if (!isContent(present)) return [];
  const then = isContent(wanted) ? wanted : {};
  return Object.keys(present).filter((name) => then[name] === undefined);
}
