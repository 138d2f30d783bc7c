import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import { listClusters } from './clusters.ts';
import { type Collected, type Collector, distinct, part } from './collector.ts';
import { csCollector } from './cs.ts';
import { ecsCollector } from './ecs.ts';
import { essCollector } from './ess.ts';
import { slbCollector } from './slb.ts';

/** The collectors in the order in which they run: each knows what those before it found. */
export const COLLECTORS: readonly Collector[] = [csCollector, essCollector, slbCollector, ecsCollector];

/** What became of one part of a collection. `clusterId` is absent for the list of clusters itself. */
export interface Progress {
  readonly region: string;
  readonly clusterId?: string;
  readonly collector: string;
  readonly resources: number;
  readonly complete: boolean;
  readonly problems: readonly string[];
}

/** What to collect and where to put it. */
export interface Collection {
  readonly cloud: Cloud;
  readonly store: Pick<Store, 'saveInventory' | 'resourcesOf' | 'retireClusters'>;
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly now: () => Date;
  readonly deadline: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Collects what every cluster owns. A part that fails is kept as incomplete and reported; only the store may throw. */
export async function collectInventory(
  collection: Collection,
): Promise<{ readonly clusters: readonly Cluster[]; readonly complete: boolean; readonly parts: readonly Progress[] }> {
  const parts: Progress[] = [];
  const clusters: Cluster[] = [];
  const report = (progress: Progress): void => {
    parts.push(progress);
    collection.onProgress?.(progress);
  };
  for (const region of collection.regions) {
    const { accountId, cloud, deadline } = collection;
    const listing = await listClusters(cloud, { accountId, region, deadline });
    const problems = listing.problem === undefined ? [] : [listing.problem];
    report({ region, collector: 'clusters', resources: listing.items.length, complete: listing.complete, problems });
    clusters.push(...listing.items);
    for (const cluster of listing.items) await collectCluster(collection, cluster, report);
    if (listing.complete) {
      const ids = listing.items.map(({ id }) => id);
      await collection.store.retireClusters({ accountId, region, ids, at: collection.now() });
    }
  }
  return { clusters, complete: parts.every((item) => item.complete), parts };
}

async function collectCluster(
  collection: Collection,
  cluster: Cluster,
  report: (item: Progress) => void,
): Promise<void> {
  const { cloud, store, deadline } = collection;
  let known: readonly OwnedResource[] = [];
  let isSound = true;
  for (const collector of COLLECTORS) {
    const at = collection.now();
    const found: Collected = await part(() => collector.collect(cloud, cluster, deadline, known));
    const { resources } = found;
    // Children of parents that were not read this time are not gone.
    const complete = found.complete && isSound;
    await store.saveInventory({ cluster, collector: collector.name, resources, complete, at });
    const problems = found.problems ?? [];
    report({
      region: cluster.region,
      clusterId: cluster.id,
      collector: collector.name,
      resources: resources.length,
      complete,
      problems,
    });
    if (!found.complete && isSound) {
      isSound = false;
      known = distinct([...known, ...resources, ...(await store.resourcesOf(cluster.id))]);
    } else known = distinct([...known, ...resources]);
  }
}
