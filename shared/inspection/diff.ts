import type { Change, Json } from '../model/change.ts';

/** Members that tell one element of a list from the others, in the order in which they are tried. */
const IDENTITIES = [
  ['SecurityGroupRuleId'],
  ['ServerId', 'Port'],
  ['ServerId'],
  ['ListenerPort', 'ListenerProtocol'],
  ['AclEntryIP'],
  ['TagKey'],
  ['Key'],
] as const;

type Fields = { readonly [key: string]: Json };

/**
 * Where two configurations differ, path by path (JSON Pointer). Lists of objects are compared by identity and lists of
 * scalars as sets, because the cloud's APIs promise no order.
 */
export function diff(before: Json, after: Json, path = ''): readonly Change[] {
  if (same(before, after)) return [];
  if (isFields(before) && isFields(after)) return diffMembers(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const left = keyed(before, after);
    const right = keyed(after, before);
    if (left && right) return diffMembers(left, right, path);
  }
  return [{ op: 'replace', path, before, after }];
}

function diffMembers(before: Fields, after: Fields, path: string): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): readonly Change[] => {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const old = before[key];
    const now = after[key];
    if (old === undefined) return now === undefined ? [] : [{ op: 'add', path: at, after: now }];
    return now === undefined ? [{ op: 'remove', path: at, before: old }] : diff(old, now, at);
  });
}

/** The list as an object: by the identity that all elements of both lists have, scalars by themselves; undefined when neither works. */
function keyed(list: readonly Json[], other: readonly Json[]): Fields | undefined {
  const all = [...list, ...other];
  if (all.every(isScalar)) return Object.fromEntries(list.map((item) => [textOf(item), item]));
  if (!all.every(isFields)) return undefined;
  const identity = IDENTITIES.find((names) => all.every((item) => names.every((name) => isScalar(item[name]))));
  if (identity === undefined) return undefined;
  const entries = list
    .filter(isFields)
    .map((item) => [identity.map((name) => textOf(item[name])).join(':'), item] as const);
  const fields = Object.fromEntries(entries);
  return Object.keys(fields).length === list.length ? fields : undefined;
}

function same(a: Json, b: Json): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: Json | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
