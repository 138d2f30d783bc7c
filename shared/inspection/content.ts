import { createHash } from 'node:crypto';
import type { Json, Snapshot } from '../model/change.ts';
import { redact } from './redact.ts';

/** The configuration of something that exists. */
export type Content = { readonly [name: string]: Json };

/** Whether it is a configuration; null, a list or a scalar is none. */
export function isContent(json: unknown): json is Content {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** One reading, fit for keeping: secrets hidden, and written in the one way that gives equal configurations equal hashes. */
export function snapshotOf(reading: Omit<Snapshot, 'hash'>): Snapshot {
  const { kind, id, accountId, region, aspect, observedAt } = reading;
  const content = canonical(redact(reading.content));
  const hash = createHash('sha256').update(written(content)).digest('hex');
  return { kind, id, accountId, region, aspect, observedAt, hash, content };
}

/** Whether two configurations say the same; the order of lists does not count, because the cloud promises none. */
export function same(a: Json, b: Json): boolean {
  return written(a) === written(b);
}

/** The one way to write a configuration: equal ones give equal texts. */
export function written(json: Json): string {
  return JSON.stringify(canonical(json));
}

/** One field of a configuration as text. */
export function textIn(state: Json | undefined, name: string): string | undefined {
  const value = isContent(state) ? state[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** One field of a configuration as a list of texts. */
export function textsIn(state: Json | undefined, name: string): readonly string[] {
  const value = isContent(state) ? state[name] : undefined;
  return Array.isArray(value) ? value.map(String) : [];
}

/** The configuration without these fields. */
export function without(content: Content, names: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
}

function canonical(json: Json): Json {
  if (Array.isArray(json)) {
    const texts = json.map((item: Json) => JSON.stringify(canonical(item)));
    return texts.toSorted().map((text) => JSON.parse(text) as Json);
  }
  if (!isContent(json)) return json;
  const members = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, value]) => [name, canonical(value)]));
}
