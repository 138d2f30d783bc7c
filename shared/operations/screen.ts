import type { Touch } from '../model/operation.ts';
import { tables } from './tables.ts';

/** What the tables say of one call. */
export interface Screened {
  readonly match: 'listed' | 'fallback' | 'ignored' | 'unknown';
  readonly touches: readonly Touch[];
}

const UNKNOWN: Screened = { match: 'unknown', touches: [] };
const IGNORED: Screened = { match: 'ignored', touches: [] };

const byOperation = new Map<string, Screened>();
const fallbacks = new Map<string, Screened>();
for (const { service, actions, ignored, fallback } of tables) {
  const product = service.toLowerCase();
  for (const action of ignored) byOperation.set(`${product}:${action.toLowerCase()}`, IGNORED);
  for (const [action, touches] of Object.entries(actions)) {
    byOperation.set(`${product}:${action.toLowerCase()}`, { match: 'listed', touches });
  }
  if (fallback) fallbacks.set(product, { match: 'fallback', touches: fallback });
}

/** Looks one call up: two hash look-ups on the hot path. Names compare without case. */
export function screen(service: string, action: string): Screened {
  const product = service.toLowerCase();
  return byOperation.get(`${product}:${action.toLowerCase()}`) ?? fallbacks.get(product) ?? UNKNOWN;
}
