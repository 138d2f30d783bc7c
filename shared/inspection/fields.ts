import type { Json } from '../model/change.ts';
import { listOf, type Params, valueOf } from '../model/params.ts';
import { type Content, isContent } from './content.ts';

/** How a field is written: `word` in lower case, `time` to the minute in UTC, `list` as a set of texts. */
export type FieldType = 'text' | 'word' | 'number' | 'flag' | 'time' | 'list';

/** The fields of a configuration that are kept. The same table reads an answer and understands a request. */
export type Fields = Readonly<Record<string, FieldType>>;

/** Those fields of the cloud's answer, each written in its one way; what is empty is absent. */
export function contentOf(answer: Readonly<Record<string, unknown>>, fields: Fields): Content {
  const members = Object.entries(fields).flatMap(([name, type]): [string, Json][] => {
    const value = fieldIn(answer[name], type);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(members);
}

/** One value in the one way of its type; undefined when it is empty or of another type. */
export function fieldIn(value: unknown, type: FieldType): Json | undefined {
  if (type === 'list') return listIn(value).toSorted();
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  switch (type) {
    case 'text':
      return String(value);
    case 'word':
      return text.toLowerCase();
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'flag':
      return text.toLowerCase() === 'true';
    case 'time':
      return minuteOf(text);
  }
}

/** The members of a list in the cloud's wrapper, or bare. */
export function membersOf(value: unknown): readonly Content[] {
  return unwrapped(value).filter(isContent);
}

/**
 * What a call asks for: its parameters that speak of these fields (`aliases`: parameter → field), null where it names one
 * without a value. Undefined when it says anything else: then nobody can tell what it asks for. `subject` names the
 * parameters that only say which resource.
 */
export function requested(
  params: Params,
  subject: readonly string[],
  fields: Fields,
  aliases: Readonly<Record<string, string>> = {},
): Content | undefined {
  const meant = new Map([...Object.keys(fields).map((name) => [name, name]), ...Object.entries(aliases)].map(lowered));
  const aside = new Set(subject.map((name) => name.toLowerCase()));
  const asked: Record<string, Json> = {};
  for (const key of Object.keys(params)) {
    const spoken = key.split('.')[0] ?? key;
    if (isAside(spoken) || aside.has(spoken.toLowerCase())) continue;
    const name = meant.get(spoken.toLowerCase());
    const type = name === undefined ? undefined : fields[name];
    if (name !== undefined && type !== undefined) asked[name] = askedIn(params, spoken, type);
    else if (!isEmpty(params[key])) return undefined;
  }
  return asked;
}

/** The configuration with what was asked for; undefined when a field is asked to be empty that is not. */
export function overlaid(before: Json, asked: Content | undefined): Json | undefined {
  if (asked === undefined) return undefined;
  const base = isContent(before) ? before : {};
  const empties = Object.keys(asked).filter((name) => asked[name] === null);
  if (empties.some((name) => base[name] !== undefined)) return undefined;
  const said = Object.entries(asked).filter(([, value]) => value !== null);
  return { ...base, ...Object.fromEntries(said) };
}

/** Parameters that ask for nothing: every call's own, what gateways and consoles add, who asked. */
const ASIDE = new Set(
  (
    'action version format timestamp signature signaturemethod signaturenonce signatureversion signaturetype securitytoken ' +
    'accesskeyid access_key_id regionid region clienttoken dryrun ownerid owneraccount resourceownerid ' +
    'resourceowneraccount requestid acshost acsproduct hostid charset acceptlanguage clientport userclientip ' +
    'slbapi__domiain https servicecode akproxysuffix callerbid ststokenplayeruid ststokenprincipalname'
  ).split(' '),
);

function isAside(name: string): boolean {
  return ASIDE.has(name.toLowerCase()) || name.toLowerCase().startsWith('x-acs-');
}

function askedIn(params: Params, name: string, type: FieldType): Json {
  if (type === 'list') return listOf(params, name).toSorted();
  const value = valueOf(params, name);
  return fieldIn(Array.isArray(value) && value.length === 1 ? value[0] : value, type) ?? null;
}

function lowered([name, field]: readonly string[]): [string, string] {
  return [(name ?? '').toLowerCase(), field ?? ''];
}

function listIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : value.split(',').map((item) => item.trim());
  return unwrapped(value)
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String);
}

function unwrapped(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isContent(value)) return [];
  const list: unknown = Object.values(value).find((member) => Array.isArray(member));
  return Array.isArray(list) ? list : [];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === '[]' || value === '{}') return true;
  return Array.isArray(value) && value.length === 0;
}

/** `2026-11-24T08:00Z` from any spelling of the time: the cloud answers without seconds what it is given with them. */
function minuteOf(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : `${at.toISOString().slice(0, 16)}Z`;
}
