import type { Touch } from '../model/operation.ts';
import { tables } from './tables.ts';

/** What the tables say of one call. */
export interface Screened {
  readonly match: 'listed' | 'fallback' | 'ignored' | 'unknown';
  readonly touches: readonly Touch[];
}

interface Product {
  readonly byAction: Map<string, Screened>;
  readonly otherwise: Screened;
}

const UNKNOWN: Screened = { match: 'unknown', touches: [] };
const IGNORED: Screened = { match: 'ignored', touches: [] };

/** Every name stands in it twice, as the vendor spells it and in small letters: the first look nearly always hits. */
const products = new Map<string, Product>();
for (const { service, actions, ignored, fallback } of tables) {
  const otherwise: Screened = fallback ? { match: 'fallback', touches: fallback } : UNKNOWN;
  const product = products.get(service) ?? { byAction: new Map<string, Screened>(), otherwise };
  put(products, service, product);
  for (const action of ignored) put(product.byAction, action, IGNORED);
  for (const [action, touches] of Object.entries(actions)) put(product.byAction, action, { match: 'listed', touches });
}

/** Looks one call up: two hash look-ups on the hot path. Names compare without case. */
export function screen(service: string, action: string): Screened {
  const product = find(products, service);
  return product === undefined ? UNKNOWN : (find(product.byAction, action) ?? product.otherwise);
}

function put<Value>(map: Map<string, Value>, name: string, value: Value): void {
  map.set(name, value);
  map.set(name.toLowerCase(), value);
}

function find<Value>(map: ReadonlyMap<string, Value>, name: string): Value | undefined {
  return map.get(name) ?? map.get(name.toLowerCase());
}
