import type { Params } from '../model/params.ts';

/** Parameters as a query: lists and structures flattened as RPC wants them (`Tag.1.Key`). */
export function flatten(params: Params): Record<string, string> {
  const query: Record<string, string> = {};
  const put = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) value.forEach((item, index) => put(`${name}.${index + 1}`, item));
    else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) put(`${name}.${key}`, item);
    else if (typeof value === 'string') query[name] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') query[name] = String(value);
  };
  for (const [name, value] of Object.entries(params)) put(name, value);
  return query;
}
