/** A call's parameters as they were recorded; read them with the functions below, never by key. */
export type Params = Readonly<Record<string, unknown>>;

/**
 * The value of one parameter whatever its spelling: `X`, `x`, `X.1 X.2`, `X.1.Key`, an array, or JSON text. Underscores
 * do not count: Container Service spells `ClusterId`, `cluster_id` and `clusterid`. Repeated keys come back as an array
 * in the order of their numbers; undefined when nothing is there.
 */
export function valueOf(params: Params, name: string): unknown {
  const wanted = folded(name);
  const prefix = `${wanted}.`;
  const repeated: [number, string, unknown][] = [];
  const struct: Record<string, unknown> = {};
  for (const key of Object.keys(params)) {
    const lower = folded(key);
    if (lower === wanted) {
      const value = parsed(params[key]);
      if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) return value;
    } else if (lower.startsWith(prefix)) {
      const rest = key.slice(lower.length === key.length ? prefix.length : key.indexOf('.') + 1);
      const numbered = /^(\d{1,5})(?:\.(.+))?$/u.exec(rest);
      if (numbered) repeated.push([Number(numbered[1]), numbered[2] ?? '', params[key]]);
      else struct[rest] = params[key];
    }
  }
  if (repeated.length > 0) return gathered(repeated);
  return Object.keys(struct).length > 0 ? struct : undefined;
}

/** The parameter as text; numbers and booleans as ActionTrail would spell them. Undefined when absent or no scalar. */
export function textOf(params: Params, name: string): string | undefined {
  const value = valueOf(params, name);
  const first: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return scalar(first);
}

/** Every scalar under the parameter: a list in any spelling, a comma list, or a single value. */
export function listOf(params: Params, name: string): readonly string[] {
  const value = valueOf(params, name);
  if (Array.isArray(value)) return value.map(scalar).filter((item) => item !== undefined && item !== '') as string[];
  const text = scalar(value);
  return text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim());
}

/** Every object under the parameter, e.g. the elements of `BackendServers`; scalars are left out. */
export function objectsOf(params: Params, name: string): readonly Params[] {
  const value = valueOf(params, name);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((item): item is Params => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** Every scalar at a path of members: `addons.name` are the names of all elements of `addons`. */
export function allAt(params: Params, path: string): readonly string[] {
  const dot = path.indexOf('.');
  if (dot < 0) return listOf(params, path);
  return objectsOf(params, path.slice(0, dot)).flatMap((member) => allAt(member, path.slice(dot + 1)));
}

function folded(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('_') ? lower.replaceAll('_', '') : lower;
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
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
