import type { Cluster, ResourceKind } from '../model/resource.ts';
import type { Store } from '../store/store.ts';

/** Where it is noted when one cluster was last looked at as a whole. */
export function clusterMark({ accountId, id }: Pick<Cluster, 'accountId' | 'id'>): string {
  return `inventory ${accountId} ${id}`;
}

/** Where it is noted when Container Service last told everything that it knows of one cluster. */
export function toldMark(cluster: Pick<Cluster, 'accountId' | 'id'>): string {
  return `${clusterMark(cluster)} told`;
}

/** Where it is noted whether the clusters of a region were ever listed to the end. */
export function clustersMark({ accountId, region }: Pick<Cluster, 'accountId' | 'region'>): string {
  return `clusters ${accountId} ${region}`;
}

/** Whether that was tried and never came to its end: then of no resource there can be said that no cluster owns it. */
export async function isUnlisted(
  place: Pick<Cluster, 'accountId' | 'region'>,
  store: Pick<Store, 'mark'>,
): Promise<boolean> {
  return (await store.mark(clustersMark(place)))?.isComplete === false;
}

/**
 * Kinds of which Container Service itself says whether a cluster needs them. RAM's lists of users and groups tell names,
 * not whom a cluster needs: they are not asked.
 */
const TOLD: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'cs.cluster',
  'cs.node-pool',
  'ram.role',
  'ram.user',
  'ram.group',
  'ram.oidc-provider',
  'sls.project',
  'sls.logstore',
  'sls.collection-config',
  'sls.machine-group',
]);

/** Since when all that could list this kind was read completely, of every cluster; undefined while something was not. */
export async function lastLook(
  kind: ResourceKind,
  accountId: string,
  store: Pick<Store, 'clusters' | 'mark'>,
): Promise<Date | undefined> {
  const clusters = await store.clusters(accountId);
  const markOf = TOLD.has(kind) ? toldMark : clusterMark;
  const marks = await Promise.all(clusters.map((cluster) => store.mark(markOf(cluster))));
  const times = marks.map((mark) => (mark?.isComplete === true ? mark.at.getTime() : Number.NaN));
  const oldest = Math.min(...times);
  return times.length > 0 && Number.isFinite(oldest) ? new Date(oldest) : undefined;
}
