import type { Json } from '../model/change.ts';
import { type Params, valueOf } from '../model/params.ts';
import { type Content, isContent } from './content.ts';
import { contentOf, type Fields, overlaid, requested } from './fields.ts';

/** What is kept of a resource whose settings stand in structures. */
export interface Shape {
  readonly fields: Fields;
  /** `HealthCheckConfig` and the like, each with fields of its own. */
  readonly structures?: Readonly<Record<string, Fields>>;
  /** Structures whose other members count for nothing while one is off: `StickySessionConfig: 'StickySessionEnabled'`. */
  readonly switches?: Readonly<Record<string, string>>;
  /** Lists of structures, kept as they are said: `DefaultActions`. */
  readonly lists?: readonly string[];
}

/** That of the cloud's answer. */
export function shaped(answer: Readonly<Record<string, unknown>>, shape: Shape): Content {
  const { fields, structures = {}, lists = [] } = shape;
  const parts = Object.entries(structures).flatMap(([name, inner]): [string, Json][] => {
    const value = answer[name];
    return isContent(value) ? [[name, counting(name, contentOf(value, inner), shape)]] : [];
  });
  const listed = lists.flatMap((name): [string, Json][] => {
    const value = plain(answer[name]);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...contentOf(answer, fields), ...Object.fromEntries([...parts, ...listed]) };
}

/** The state with what a call asks for; undefined when it says something that is not of the shape. */
export function reshaped(before: Json, params: Params, subject: readonly string[], shape: Shape): Content | undefined {
  const { fields, structures = {}, lists = [] } = shape;
  const base = isContent(before) ? before : {};
  const aside = [...subject, ...Object.keys(structures), ...lists];
  const flat = overlaid(base, requested(params, aside, fields));
  if (!isContent(flat)) return undefined;
  const parts: [string, Json][] = [];
  for (const [name, inner] of Object.entries(structures)) {
    const said = valueOf(params, name);
    if (said === undefined) continue;
    const part = isContent(said) ? overlaid(base[name] ?? {}, requested(said, [], inner)) : undefined;
    if (!isContent(part)) return undefined;
    parts.push([name, counting(name, part, shape)]);
  }
  for (const name of lists) {
    const said = plain(valueOf(params, name));
    if (said !== undefined) parts.push([name, said]);
  }
  return { ...flat, ...Object.fromEntries(parts) };
}

/**
 * Every scalar as text, names with dots as what they stand for (`ForwardGroupConfig.ServerGroupTuples.1.Weight`), and
 * nothing that is empty: an answer and a request that say the same become the same.
 */
export function plain(value: unknown): Json | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map(plain).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isContent(value)) return textOf(value);
  const names = new Set(Object.keys(value).map((key) => key.split('.')[0] ?? key));
  const members = [...names].flatMap((name): [string, Json][] => {
    const member = plain(valueOf(value, name));
    return member === undefined ? [] : [[name, member]];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function counting(name: string, structure: Content, { switches = {} }: Shape): Content {
  const main = switches[name];
  return main !== undefined && structure[main] === false ? { [main]: false } : structure;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
