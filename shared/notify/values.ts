import type { Json } from '../model/change.ts';
import type { Language } from '../model/text.ts';
import { foreign, type Piece } from './phrase.ts';
import { WORDS } from './words.ts';

const LONGEST = 300;

/** A value of a configuration as a person reads it. */
export function shown(value: Json | undefined, language: Language): Piece {
  if (value === undefined || value === null) return WORDS.none[language];
  const text = readable(value);
  return text === '' ? WORDS.empty[language] : foreign(text, LONGEST);
}

/** A JSON Pointer as people write it: `Permissions.sgr-1.SourceCidrIp`. */
export function dotted(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

/** Every member of a configuration that is no object, with its JSON Pointer; a list is one value. */
export function leaves(value: Json, path = ''): readonly (readonly [path: string, value: Json])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** What of `now` is not as it was; undefined for what is there no more. The order of a list does not count. */
export function departures(was: Json, now: Json): readonly (readonly [path: string, value: Json | undefined])[] {
  const before = new Map(leaves(was));
  const after = new Map(leaves(now));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => spelled(before.get(path)) !== spelled(after.get(path)))
    .map((path) => [path, after.get(path)]);
}

function spelled(value: Json | undefined): string {
  return Array.isArray(value) ? JSON.stringify(value.map(spelled).toSorted()) : (JSON.stringify(value) ?? '');
}

/** `SourceCidrIp 0.0.0.0/0, PortRange 22/22` instead of braces and quotes. */
function readable(value: Json): string {
  if (Array.isArray(value)) return value.map(nested).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, member]) => `${key} ${nested(member)}`)
    .join(', ');
}

function nested(value: Json): string {
  return typeof value === 'object' && value !== null ? `(${readable(value)})` : readable(value);
}
