import type { Cluster } from '../model/resource.ts';

const ENDING = new Set(['deleting', 'delete_failed']);

/** Whether the cluster is on its way out: who removes what is left of it by hand cleans up. */
export function isEnding({ state }: Pick<Cluster, 'state'>): boolean {
  return ENDING.has(state);
}
