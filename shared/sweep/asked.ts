import type { Cloud } from '../cloud/cloud.ts';
import type { World } from '../steps/steps.ts';
import type { Store } from '../store/store.ts';

/** What sweeping one account needs. `deadline`: milliseconds since the epoch after which nothing new is begun. */
export interface Sweep {
  readonly store: Store;
  readonly cloud: Cloud;
  /** For what is the same for every cluster of a region. */
  readonly regional?: Cloud;
  readonly world: World;
  readonly accountId: string;
  readonly regions: readonly string[];
  /** A cluster that was looked at as a whole more recently is not looked at again; only what is open on it is. */
  readonly inventoryEveryMs?: number;
  readonly now: () => Date;
  readonly deadline: number;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}
