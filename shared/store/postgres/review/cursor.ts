import type { Page } from '../../review.ts';

/** Where a list goes on, as it stands in an address: the sort keys of the last item, unreadable on purpose. */
export type Place = readonly string[];

/** The place as text of letters, digits, `-` and `_`. */
export function placeText(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Undefined for what is no place of that shape: the list then begins at its beginning. */
export function placeOf(text: string | undefined, shape: readonly RegExp[]): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(place) || place.length !== shape.length) return undefined;
    const parts = place.filter((part): part is string => typeof part === 'string');
    return parts.length === shape.length && shape.every((each, at) => each.test(parts[at] ?? '')) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** One row more than asked was read: it tells whether the list goes on. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  { item, place }: { readonly item: (row: Row) => T; readonly place: (row: Row) => Place },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const goesOn = rows.length > limit && last !== undefined;
  return { items: shown.map(item), ...(goesOn ? { next: placeText(place(last)) } : {}) };
}

/** A time as PostgreSQL writes it, to the microsecond. */
export const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::?\d\d)?$/u;
export const ANY = /^[^\0]{0,1000}$/u;
export const RANK = /^[0-9]$/u;
