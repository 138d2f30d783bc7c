/** A JSON object whose keys may be spelled in any case. */
export type Loose = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name; one product's records spell top-level keys in PascalCase. The usual spelling costs one look-up. */
export function readIgnoringCase(record: Loose, key: string): unknown {
  const direct = record[key];
  if (direct !== undefined || Object.hasOwn(record, key)) return direct;
  const pascal = record[key.charAt(0).toUpperCase() + key.slice(1)];
  return pascal;
}

/** The member as text; numbers become digits, everything else counts as absent. */
export function textAt(record: Loose, key: string): string | undefined {
  const value = readIgnoringCase(record, key);
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The member as an object, also where its JSON stands as text; empty where it is none. */
export function objectAt(record: Loose, key: string): Loose {
  const value = readIgnoringCase(record, key);
  if (isRecord(value)) return value;
  return (typeof value === 'string' ? objectIn(value) : undefined) ?? {};
}

/** The object that JSON text tells; undefined where it tells none. */
export function objectIn(text: string): Loose | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
