import type { Cloud } from '../cloud/cloud.ts';
import type { Store } from '../store/store.ts';

/** What has to be there for a collection on the event path. */
export interface Ensured {
  readonly store: Pick<Store, 'clusters' | 'saveInventory' | 'resourcesOf' | 'retireClusters' | 'mark' | 'setMark'>;
  readonly cloud: Cloud;
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly now: () => Date;
  /** How long a collection holds; undefined: as long as the store knows any cluster (the sweep keeps it fresh). */
  readonly lifeMs: number | undefined;
}

const COLLECT_MS = 5_000;
const RETRY_MS = 10 * 60_000;

/**
 * An event must not find the inventory empty: before the first sweep, or without a database, it is collected once from
 * the event path. What does not come within 5 s is left out; ownership of the rest is looked up or stays unknown.
 */
export function inventoryEnsurer(asked: Ensured): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const { store, accountId, now, lifeMs } = asked;
    const begun = now().getTime();
    if (begun - lookedAt < (lifeMs ?? RETRY_MS)) return;
    const isKnown = lifeMs === undefined && (await store.clusters(accountId)).length > 0;
    lookedAt = begun;
    if (isKnown) return;
    const { collectInventory } = await import('./collect.ts'); // seldom needed, and a third of what owning loads
    await collectInventory({ ...asked, deadline: now().getTime() + COLLECT_MS });
  };
}
