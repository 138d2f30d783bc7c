import { parse } from 'yaml';
import type { Effect } from '../model/operation.ts';
import { textOf, valueOf, type Params } from '../model/params.ts';
import { decoded, isForLinux, withParameters } from './command-text.ts';
import { deedsIn } from './deeds-in.ts';

/** What one run of an OOS template does; besides deeds on a node also what its own steps do to the instance. */
export interface TemplateDeed {
  readonly effect: Effect;
  readonly line: string;
}

/** What public templates do to an instance by themselves. */
const PUBLIC_TEMPLATES: Readonly<Record<string, readonly Effect[]>> = {
  'acs-ecs-bulkydeleteinstances': ['released'],
  'acs-ecs-bulkyreplacesystemdisk': ['os-replaced'],
  'acs-ecs-bulkystopinstances': ['stopped'],
  'acs-ecs-bulkyrebootinstances': ['restarted'],
  'acs-ecs-bulkyapplypatchbaseline': ['restarted'],
  'acs-ecs-bulkystartinstances': [],
};

/** What the steps of a template's own text do, by the action or API that they call. */
const STEPS: Readonly<Record<string, Effect>> = {
  deleteinstance: 'released',
  deleteinstances: 'released',
  replacesystemdisk: 'os-replaced',
  stopinstance: 'stopped',
  stopinstances: 'stopped',
  rebootinstance: 'restarted',
  rebootinstances: 'restarted',
};

const DEEPEST = 40;
const LONGEST_TEMPLATE = 256 * 1024;

/**
 * What a run of an OOS template does, from the public template's name, its text and the scripts in its parameters.
 * A private template of which only the name is told may do anything.
 */
export function templateDeeds(params: Params): readonly TemplateDeed[] {
  const name = textOf(params, 'TemplateName') ?? '';
  const known = entry(PUBLIC_TEMPLATES, name.toLowerCase());
  const given = valueOf(params, 'Parameters');
  const content = valueOf(params, 'TemplateContent') ?? valueOf(params, 'Content');
  const found = [...nodesOf(given), ...nodesOf(typeof content === 'string' ? parsed(content) : content)];
  const scripts = found.flatMap((node) => scriptIn(node, given));
  const steps = found.flatMap(stepOf);
  const deeds: readonly TemplateDeed[] = [
    ...(known ?? []).map((effect) => ({ effect, line: name.slice(0, 100) })),
    ...steps,
    ...scripts.flatMap((script) => deedsIn(script)),
  ];
  const isUnread = known === undefined && content === undefined && scripts.length === 0;
  return isUnread ? [{ effect: 'command-unread', line: name.slice(0, 100) }] : once(deeds);
}

type Fields = Readonly<Record<string, unknown>>;

/** Every object in the value, outer ones first. */
function nodesOf(value: unknown, depth = 0): readonly Fields[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const below = inner.flatMap((item) => nodesOf(typeof item === 'string' ? asJson(item) : item, depth + 1));
  return Array.isArray(value) ? below : [{ ...value }, ...below];
}

function scriptIn(node: Fields, given: unknown): readonly string[] {
  const content = textOf(node, 'commandContent');
  if (content === undefined || !isForLinux(node)) return [];
  return [withParameters(decoded(content, textOf(node, 'contentEncoding')), { Parameters: given })];
}

function stepOf(node: Fields): readonly TemplateDeed[] {
  const names = [textOf(node, 'Action')?.replace(/^ACS::ECS::/iu, ''), textOf(node, 'API')];
  return names.flatMap((name = '') => {
    const effect = entry(STEPS, name.toLowerCase());
    return effect === undefined ? [] : [{ effect, line: name }];
  });
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_TEMPLATE) return undefined;
  try {
    return parse(text, { maxAliasCount: 20, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function asJson(text: string): unknown {
  if (!/^\s*[[{]/u.test(text) || text.startsWith('{{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function once(deeds: readonly TemplateDeed[]): readonly TemplateDeed[] {
  return deeds.filter(({ effect }, index) => deeds.findIndex((deed) => deed.effect === effect) === index);
}

function entry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
