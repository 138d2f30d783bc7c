/** A JSON object whose keys may be spelled in any case. */
export type Loose = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name; one product's records spell top-level keys in PascalCase. The usual spelling costs one look-up. */
export function readIgnoringCase(record: Loose, key: string): unknown {
  const direct = record[key];
  if (direct !== undefined || Object.hasOwn(record, key)) return direct;
  return record[inPascalCase(key)];
}

/** Keys are the code's own, a few hundred; most records lack some of those that are asked for. */
const PASCAL_CASE = new Map<string, string>();

function inPascalCase(key: string): string {
  const known = PASCAL_CASE.get(key);
  if (known !== undefined) return known;
  const made = key.charAt(0).toUpperCase() + key.slice(1);
  PASCAL_CASE.set(key, made);
  return made;
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
