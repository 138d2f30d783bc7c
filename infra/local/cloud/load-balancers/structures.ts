import { type Params, valueOf } from '../../../../shared/model/params.ts';
import type { Answer } from '../api.ts';

/** A structure of a call as the answer shows it: booleans and whole numbers as such, lists as lists. Undefined: not said. */
export function structureSaid(params: Params, name: string): Answer | undefined {
  const said = typedValue(valueOf(params, name));
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : undefined;
}

/** A list of structures. */
export function structuresSaid(params: Params, name: string): readonly Answer[] | undefined {
  const said = typedValue(valueOf(params, name));
  return Array.isArray(said) ? said.filter((one): one is Answer => typeof one === 'object' && one !== null) : undefined;
}

/** Members that are text even where they look like a number. */
const TEXT = /(?:HttpCode|Content|Value|Key|Port|Values)$/u;
const NUMERIC = /(?:ListenerPort|ConnectPort)$/u;

function typedValue(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => typedValue(one, name));
  if (typeof value === 'object' && value !== null) {
    const object = value as Params;
    const names = new Set(Object.keys(object).map((key) => key.split('.')[0] ?? key));
    return Object.fromEntries([...names].map((each) => [each, typedValue(valueOf(object, each), each)]));
  }
  if (value === 'true' || value === 'false') return value === 'true';
  const isText = TEXT.test(name) && !NUMERIC.test(name);
  return !isText && typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value;
}
