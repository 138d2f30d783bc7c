import type { Store } from '../store/store.ts';

const nothing = (): Promise<void> => Promise.resolve();

/** The store without its writes: what a look at an event learns by the way is not kept. */
export function readOnly<S extends Store>(store: S): S {
  return {
    ...store,
    record: () => Promise.resolve('duplicate'),
    setAside: nothing,
    saveInventory: nothing,
    retireClusters: nothing,
    remember: nothing,
    rememberUnowned: nothing,
    saveTrust: nothing,
    distrust: nothing,
    saveSnapshots: nothing,
    updateFinding: nothing,
    resolve: nothing,
  };
}
