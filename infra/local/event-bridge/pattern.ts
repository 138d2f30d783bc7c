/** A pattern of EventBridge: keys nest like the event's, all must match; in a list any member may. */
export interface Pattern {
  readonly [key: string]: Pattern | readonly unknown[];
}

/** EventBridge's limit on expression objects in one field; plain values are not counted. */
const MOST_EXPRESSIONS = 5;

type Matcher = (value: unknown) => boolean;
type Event = Readonly<Record<string, unknown>>;

/** Reads a pattern into a predicate on events. Throws when it is not one that EventBridge accepts. */
export function compilePattern(pattern: Pattern): (event: unknown) => boolean {
  const matchers = Object.entries(pattern).map(([key, wanted]): ((event: Event) => boolean) => {
    if (isList(wanted)) {
      const field = fieldMatcher(key, wanted);
      return (event) => field(event[key]);
    }
    const nested = compilePattern(wanted);
    return (event) => nested(event[key]);
  });
  return (event) => isObject(event) && matchers.every((matches) => matches(event));
}

function fieldMatcher(key: string, wanted: readonly unknown[]): Matcher {
  if (wanted.length === 0) throw new Error(`Expected values for ${key}, got an empty list`);
  const expressions = wanted.filter(isObject);
  if (expressions.length > MOST_EXPRESSIONS) {
    throw new Error(`Expected at most ${MOST_EXPRESSIONS} expressions for ${key}, got ${expressions.length}`);
  }
  const matchers = wanted.map((item) => (isObject(item) ? expression(key, item) : exact(item)));
  return (value) => valuesOf(value).some((each) => matchers.some((matches) => matches(each)));
}

/** A list in the event matches when any of its members does. */
function valuesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : [value];
}

function expression(key: string, wanted: Event): Matcher {
  const [[name, operand] = [], ...more] = Object.entries(wanted);
  if (name === undefined || more.length > 0) throw new Error(`Expected one operator for ${key}`);
  switch (name) {
    case 'prefix':
      return onText(key, operand, (text, part) => text.startsWith(part));
    case 'suffix':
      return onText(key, operand, (text, part) => text.endsWith(part));
    case 'contains':
      return onText(key, operand, (text, part) => text.includes(part));
    case 'anything-but':
      return anythingBut(key, operand);
    case 'numeric':
      return numeric(key, operand);
    case 'exists':
      return exists(key, operand);
    case 'cidr':
      return cidr(key, operand);
    default:
      throw new Error(`Expected an operator of EventBridge for ${key}, got ${name}`);
  }
}

function exact(wanted: unknown): Matcher {
  return (value) => value === wanted || (wanted === null && value === undefined);
}

function onText(key: string, operand: unknown, test: (text: string, part: string) => boolean): Matcher {
  if (typeof operand !== 'string') throw new Error(`Expected a text for ${key}`);
  return (value) => typeof value === 'string' && test(value, operand);
}

function anythingBut(key: string, operand: unknown): Matcher {
  const unwanted = isObject(operand)
    ? expression(key, operand)
    : (value: unknown) => [operand].flat().some((each) => exact(each)(value));
  return (value) => value !== undefined && !unwanted(value);
}

/** Absent, empty and null count as not existing. */
function exists(key: string, operand: unknown): Matcher {
  if (typeof operand !== 'boolean') throw new Error(`Expected exists of ${key} to be true or false`);
  return (value) => (value !== undefined && value !== null && value !== '') === operand;
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function numeric(key: string, operand: unknown): Matcher {
  const parts: readonly unknown[] = Array.isArray(operand) ? operand : [];
  if (parts.length !== 2 && parts.length !== 4) throw new Error(`Expected one or two comparisons for ${key}`);
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const compare = COMPARISONS[String(parts[at])];
    const bound = parts[at + 1];
    if (compare === undefined || typeof bound !== 'number') throw new Error(`Expected a comparison for ${key}`);
    tests.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function cidr(key: string, operand: unknown): Matcher {
  const [, address = '', bits = ''] = /^([\d.]+)\/(\d{1,2})$/u.exec(String(operand)) ?? [];
  const network = ipv4(address);
  if (network === undefined || Number(bits) > 32) throw new Error(`Expected an IPv4 range for ${key}`);
  const size = 2 ** (32 - Number(bits));
  return (value) => {
    const ip = typeof value === 'string' ? ipv4(value) : undefined;
    return ip !== undefined && Math.floor(ip / size) === Math.floor(network / size);
  };
}

function ipv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isList(value: Pattern | readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
