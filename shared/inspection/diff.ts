import type { Change, Json } from '../model/change.ts';

/** Members that tell one element of a list from the others, in the order in which they are tried; `?` may be missing. */
const IDENTITIES = [
  ['SecurityGroupRuleId'],
  ['ServerId', 'Port', 'ServerIp?'],
  ['ServerId', 'ServerIp?'],
  ['ListenerPort', 'ListenerProtocol'],
  ['AclEntryIP'],
  ['Entry'],
  ['ZoneId'],
  ['Cidr'],
  ['VServerGroupId', 'Port'],
  ['AlbServerGroupId', 'Port'],
  ['ServerGroupId', 'Port'],
  ['TagKey'],
  ['Key'],
  ['PortRange'],
  ['ServerGroupId'],
  ['CertificateId'],
  ['Order', 'Type'],
  ['Type'],
] as const;

type Fields = { readonly [key: string]: Json };

/** What tells an element of a list from the others, where the usual identities do not. */
export type KeyOf = (element: Json) => string | undefined;

/**
 * Where two configurations differ, path by path (JSON Pointer). Lists of objects are compared by identity and lists of
 * scalars as sets, because the cloud's APIs promise no order.
 */
export function diff(before: Json, after: Json, path = ''): readonly Change[] {
  if (same(before, after)) return [];
  if (isFields(before) && isFields(after)) return diffMembers(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const [left, right] = keyed([before, after]) ?? [];
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

/**
 * The lists as objects: by `keyOf`, else by the identity that all elements of all of them have, scalars by themselves;
 * undefined when nothing tells them apart.
 */
export function keyed(lists: readonly (readonly Json[])[], keyOf?: KeyOf): readonly Fields[] | undefined {
  const key = keyOf ?? usualKey(lists.flat());
  if (key === undefined) return undefined;
  const found = lists.map((list) => list.map((item) => [key(item), item] as const));
  const fields = found.map((entries) => Object.fromEntries(entries.map(([name, item]) => [name ?? '', item])));
  const isTold = found.every((entries) => entries.every(([name]) => name !== undefined));
  return isTold && fields.every((one, at) => Object.keys(one).length === lists[at]?.length) ? fields : undefined;
}

function usualKey(all: readonly Json[]): KeyOf | undefined {
  if (all.every(isScalar)) return textOf;
  if (!all.every(isFields)) return undefined;
  const identity = IDENTITIES.find((names) =>
    all.every((item) => names.every((name) => name.endsWith('?') || isScalar(item[name]))),
  );
  if (identity === undefined) return undefined;
  return (item) => {
    if (!isFields(item)) return undefined;
    const parts = identity.map((name) => item[name.replace('?', '')]).filter((part) => part !== undefined);
    return parts.map(textOf).join(':');
  };
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
