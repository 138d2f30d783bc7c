import type { Json } from '../model/change.ts';
import { isContent } from './content.ts';

/**
 * Lists whose order says something, as objects by number: steps that run one after the other, fields that a pattern names
 * in turn. Of a list that is kept as one nobody knows the order afterwards.
 */
export function inOrder(json: Json): Json {
  if (Array.isArray(json)) {
    return json.length === 0 ? [] : Object.fromEntries(json.map((item: Json, at) => [String(at), inOrder(item)]));
  }
  return isContent(json) ? Object.fromEntries(membersWith(json, inOrder)) : json;
}

/** The lists again, as calls take them. */
export function asLists(json: Json): Json {
  if (Array.isArray(json)) return json.map(asLists);
  if (!isContent(json)) return json;
  const members = membersWith(json, asLists);
  // Names that are numbers come in the order of the numbers.
  const isList = members.length > 0 && members.every(([name]) => /^\d+$/u.test(name));
  return isList ? members.map(([, member]) => member) : Object.fromEntries(members);
}

function membersWith(
  json: { readonly [name: string]: Json },
  change: (member: Json) => Json,
): readonly [string, Json][] {
  return Object.entries(json).map(([name, member]): [string, Json] => [name, change(member)]);
}
