import type { Row } from './row.ts';
import type { Rule } from '../model/rule.ts';
import { ROWS_OF_CLUSTERS } from './rows-cluster.ts';
import { ROWS_OF_NETWORK_AND_STORAGE } from './rows-network-and-storage.ts';
import { ROWS_OF_USAGE } from './rows-usage.ts';

/** Every row of the manual, in its order. */
export const ROWS: readonly Row[] = [...ROWS_OF_CLUSTERS, ...ROWS_OF_NETWORK_AND_STORAGE, ...ROWS_OF_USAGE];

/** What ackwatch makes of a row today: rules watch it, a source that is not built yet could show it, or nothing can. */
export type Sight =
  | { readonly sight: 'watched'; readonly rules: readonly Rule[] }
  | { readonly sight: 'not-yet' }
  | { readonly sight: 'unobservable' };

/** Whether the rules see the row. */
export function sightOf({ id, evidence }: Row, rules: readonly Rule[]): Sight {
  const watching = rules.filter(({ rows }) => rows.includes(id));
  if (watching.length > 0) return { sight: 'watched', rules: watching };
  return { sight: evidence.length > 0 ? 'not-yet' : 'unobservable' };
}
