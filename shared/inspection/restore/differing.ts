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

/** What is to be said of fields that were empty before: calls take an empty value for none. */
export function emptied(present: Json, wanted: Json, names: readonly string[]): readonly string[] {
  const filled = surplus(present, wanted).filter((name) => names.includes(name));
  return filled.map((name) => `${name} was empty before, and no call empties it again.`);
}

/** The fields that `present` has and `wanted` lacks. */
export function surplus(present: Json, wanted: Json): readonly string[] {
  if (!isContent(present)) return [];
  const then = isContent(wanted) ? wanted : {};
  return Object.keys(present).filter((name) => then[name] === undefined);
}
