import { onTestFinished } from 'vitest';
import { memoryStore } from '../../shared/store/memory.ts';
import { openStore } from '../../shared/store/postgres.ts';
import type { Store } from '../../shared/store/store.ts';
import { emptyDatabase } from '../support/database.ts';

/** A store on the database, closed when the test is over. */
export function storeOn(databaseUrl: string): Store {
  const store = openStore({ databaseUrl });
  onTestFinished(() => store.close());
  return store;
}

/** Every implementation of the contract, each opened empty. */
export const STORES: readonly { readonly name: string; readonly open: () => Promise<Store> }[] = [
  { name: 'PostgreSQL', open: async () => storeOn(await emptyDatabase()) },
  { name: 'memory', open: () => Promise.resolve(memoryStore()) },
];
