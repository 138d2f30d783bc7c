import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

const REPLACEMENT = '\uFFFD';
const KEY_LENGTH = 200;

/** PostgreSQL stores neither NUL characters nor halves of surrogate pairs; hostile text holds both. */
export function storable(text: string): string {
  return text.replace(/[\0\uD800-\uDFFF]/gu, REPLACEMENT);
}

/** A parameter of a statement, with every text in it storable. */
export function storableParameter(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  return Array.isArray(value) ? value.map(storableParameter) : value;
}

/** As JSON text in which every string and key is storable: there both stand as escapes. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/gu, (escape) => (escape.length === 6 ? REPLACEMENT : escape));
}

/** The value as a `jsonb` parameter. */
export function json<T>(value: T): RawBuilder<T> {
  return sql`${storableJson(value)}::jsonb`;
}

/** A list of rows as one parameter, for `jsonb_to_recordset`: however many there are, the statement stays the same. */
export function rowsOf(rows: readonly object[]): RawBuilder<unknown> {
  return json(rows);
}

/** Rows in portions: a statement has three seconds, however many there are. */
export function inPortions<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** An id as it is stored in a key: an index takes no row above 2.7 kB, and an id from outside may have any length. */
export function key(id: string): string {
  const text = storable(id);
  if (text.length <= KEY_LENGTH) return text;
  return `${text.slice(0, 120)}…${createHash('sha256').update(text).digest('hex')}`;
}
