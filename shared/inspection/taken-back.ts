import type { Json } from '../model/change.ts';
import { type Content, isContent, same } from './content.ts';
import { keyed, type KeyOf } from './diff.ts';

/**
 * `present` with everything that the call asked for taken back to `base`. What the call did not ask for stays as it is:
 * somebody else changed it meanwhile, perhaps ACK.
 */
export function takenBack(present: Json, base: Json, asked: Json, keyOf?: KeyOf): Json {
  if (same(base, asked)) return present;
  if (isContent(present) && isContent(base) && isContent(asked)) return members(present, base, asked, keyOf);
  if (!Array.isArray(present) || !Array.isArray(base) || !Array.isArray(asked)) return base;
  const lists: readonly (readonly Json[])[] = [present, base, asked];
  const [now, then, wish] = keyed(lists, keyOf) ?? keyed(lists) ?? [];
  return now && then && wish ? Object.values(members(now, then, wish, keyOf)) : base;
}

function members(present: Content, base: Content, asked: Content, keyOf?: KeyOf): Content {
  const names = new Set([...Object.keys(present), ...Object.keys(base), ...Object.keys(asked)]);
  const kept = [...names].flatMap((name): [string, Json][] => {
    const value = member(present[name], base[name], asked[name], keyOf);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(kept);
}

function member(
  present: Json | undefined,
  base: Json | undefined,
  asked: Json | undefined,
  keyOf?: KeyOf,
): Json | undefined {
  if (base === undefined || asked === undefined) return base === asked ? present : base;
  if (present === undefined) return same(base, asked) ? undefined : base;
  return takenBack(present, base, asked, keyOf);
}
