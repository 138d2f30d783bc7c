import { type Surroundings, openWorld } from '../open.ts';
import type { Store } from '../store/store.ts';

/**
 * The world with delivery off: what is found is recorded and nobody is told. That there is no channel is what makes it
 * so; the outbox stays empty, and a later delivery finds nothing.
 */
export function openSilentWorld(surroundings: Surroundings, store: Store) {
  const config = { ...surroundings.config, databaseUrl: 'given', channels: [], routes: [] };
  return openWorld({ ...surroundings, config }, store);
}
