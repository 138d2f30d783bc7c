/** A call's parameters as they were recorded; read them with the functions below, never by key. */
export type Params = Readonly<Record<string, unknown>>;

/**
 * The value of one parameter whatever its spelling: `X`, `x`, `X.1 X.2`, `X.1.Key`, an array, or JSON text. Underscores
 * do not count: Container Service spells `ClusterId`, `cluster_id` and `clusterid`. Repeated keys come back as an array
 * in the order of their numbers; undefined when nothing is there. Of several spellings the exact one counts.
 */
export function valueOf(params: Params, name: string): unknown {
  return Object.hasOwn(params, name) ? (given(params[name]) ?? valuesOf(params, name)[0]) : valuesOf(params, name)[0];
}

/** The values of one parameter in every spelling that is there, the exact one first: none hides another. */
export function valuesOf(params: Params, name: string): readonly unknown[] {
  const wanted = folded(name);
  const prefix = `${wanted}.`;
  const spelled = new Map<string, Spelled>();
  for (const key of Object.keys(params)) {
    const lower = folded(key);
    if (lower === wanted) {
      const value = given(params[key]);
      if (value !== undefined) of(spelled, key).whole = value;
    } else if (lower.startsWith(prefix)) {
      const cut = lower.length === key.length ? wanted.length : key.indexOf('.');
      addPart(of(spelled, key.slice(0, cut)), key.slice(cut + 1), params[key]);
    }
  }
  if (spelled.size === 0) return [];
  const exact = spelled.get(name);
  const inOrder = exact === undefined ? spelled.values() : [exact, ...spelled.values()];
  return [...new Set(inOrder)].flatMap(allOf);
}

/** The parameter as text; numbers and booleans as ActionTrail would spell them. Undefined when absent or no scalar. */
export function textOf(params: Params, name: string): string | undefined {
  const value = valueOf(params, name);
  const first: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return scalar(first);
}

/** Every scalar under the parameter: a list in any spelling, a comma list, or a single value. */
export function listOf(params: Params, name: string): readonly string[] {
  return scalarsIn(valueOf(params, name));
}

/** Every object under the parameter, e.g. the elements of `BackendServers`; scalars are left out. */
export function objectsOf(params: Params, name: string): readonly Params[] {
  return objectsIn(valueOf(params, name));
}

/** Every scalar at a path of members: `addons.name` are the names of all elements of `addons`. */
export function allAt(params: Params, path: string): readonly string[] {
  const dot = path.indexOf('.');
  if (dot < 0) return listOf(params, path);
  return objectsOf(params, path.slice(0, dot)).flatMap((member) => allAt(member, path.slice(dot + 1)));
}

/** As `allAt`, in every spelling of every member: for ids, of which none may hide behind another. */
export function allSpelledAt(params: Params, path: string): readonly string[] {
  const dot = path.indexOf('.');
  if (dot < 0) return valuesOf(params, path).flatMap(scalarsIn);
  const members = valuesOf(params, path.slice(0, dot)).flatMap(objectsIn);
  return members.flatMap((member) => allSpelledAt(member, path.slice(dot + 1)));
}

function folded(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('_') ? lower.replaceAll('_', '') : lower;
}

function scalarsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(scalar).filter((item) => item !== undefined && item !== '') as string[];
  const text = scalar(value);
  return text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim());
}

function objectsIn(value: unknown): readonly Params[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((item): item is Params => typeof item === 'object' && item !== null && !Array.isArray(item));
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** What one spelling of a parameter holds. */
interface Spelled {
  whole?: unknown;
  readonly repeated: [number, string, unknown][];
  readonly members: Record<string, unknown>;
}

function of(spelled: Map<string, Spelled>, spelling: string): Spelled {
  const before = spelled.get(spelling);
  if (before !== undefined) return before;
  const fresh: Spelled = { repeated: [], members: {} };
  spelled.set(spelling, fresh);
  return fresh;
}

function addPart({ repeated, members }: Spelled, rest: string, value: unknown): void {
  const numbered = /^(\d{1,5})(?:\.(.+))?$/u.exec(rest);
  if (numbered) repeated.push([Number(numbered[1]), numbered[2] ?? '', value]);
  else members[rest] = value;
}

function allOf({ whole, repeated, members }: Spelled): readonly unknown[] {
  const all: unknown[] = whole === undefined ? [] : [whole];
  if (repeated.length > 0) all.push(gathered(repeated));
  if (Object.keys(members).length > 0) all.push(members);
  return all;
}

/** The value that a key holds; undefined where it holds nothing. */
function given(value: unknown): unknown {
  const read = parsed(value);
  return read === null || (Array.isArray(read) && read.length === 0) ? undefined : read;
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const start = value.trimStart()[0];
  if (start !== '[' && start !== '{') return value === '' ? undefined : value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function gathered(repeated: readonly (readonly [number, string, unknown])[]): unknown[] {
  const items = new Map<number, unknown>();
  for (const [index, member, value] of repeated) {
    if (member === '') items.set(index, value);
    else {
      const before = items.get(index);
      items.set(index, { ...(typeof before === 'object' ? before : {}), [member]: value });
    }
  }
  return [...items].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}
