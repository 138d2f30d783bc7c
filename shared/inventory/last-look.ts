import type { Cluster } from '../model/resource.ts';
import type { Store } from '../store/store.ts';

/** Where it is noted when one cluster was last looked at as a whole. */
export function clusterMark({ accountId, id }: Pick<Cluster, 'accountId' | 'id'>): string {
  return `inventory ${accountId} ${id}`;
}

/** Since when every cluster of the account has been looked at completely; undefined while one has not. */
export async function lastLook(accountId: string, store: Pick<Store, 'clusters' | 'mark'>): Promise<Date | undefined> {
  const clusters = await store.clusters(accountId);
  const marks = await Promise.all(clusters.map((cluster) => store.mark(clusterMark(cluster))));
  const times = marks.map((mark) => (mark?.isComplete === true ? mark.at.getTime() : Number.NaN));
  const oldest = Math.min(...times);
  return times.length > 0 && Number.isFinite(oldest) ? new Date(oldest) : undefined;
}
