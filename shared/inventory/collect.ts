import type { Cloud } from '../cloud/cloud.ts';
import { remembering } from '../cloud/remembering.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import { albCollector } from './alb.ts';
import { listClusters } from './clusters.ts';
import { type Collected, type Collector, distinct, part } from './collector.ts';
import { csCollector } from './cs.ts';
import { eciCollector } from './eci.ts';
import { ecsCollector } from './ecs.ts';
import { efloCollector } from './eflo.ts';
import { eipCollector } from './eip.ts';
import { clustersMark, toldMark } from './last-look.ts';
import { essCollector } from './ess.ts';
import { nasCollector } from './nas.ts';
import { nlbCollector } from './nlb.ts';
import { ramCollector } from './ram.ts';
import { slbCollector } from './slb.ts';
import { slsCollector } from './sls.ts';
import { vpcCollector } from './vpc.ts';

/** The collectors in the order in which they run: each knows what those before it found. */
export const COLLECTORS: readonly Collector[] = [
  csCollector,
  essCollector,
  slbCollector,
  nlbCollector,
  albCollector,
  ecsCollector,
  vpcCollector,
  eipCollector,
  ramCollector,
  nasCollector,
  efloCollector,
  eciCollector,
  slsCollector,
];

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
  /** For what is the same for every cluster of a region: `remembering` over one sweep. */
  readonly regional?: Cloud;
  readonly store: Pick<Store, 'saveInventory' | 'resourcesOf' | 'retireClusters' | 'mark' | 'setMark'>;
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
  const regional = remembering(collection.cloud);
  for (const region of collection.regions) {
    const { listed, progress } = await listRegion(collection, region);
    clusters.push(...listed);
    parts.push(progress);
    for (const cluster of listed) parts.push(...(await collectCluster({ ...collection, regional }, cluster)));
  }
  return { clusters, complete: parts.every((item) => item.complete), parts };
}

/** The clusters of one region; those that a complete listing lacks twice are retired. */
export async function listRegion(
  collection: Pick<Collection, 'cloud' | 'accountId' | 'deadline' | 'now' | 'onProgress'> & {
    readonly store: Pick<Store, 'retireClusters' | 'mark' | 'setMark'>;
  },
  region: string,
): Promise<{ readonly listed: readonly Cluster[]; readonly progress: Progress }> {
  const { accountId, cloud, deadline, store, now, onProgress } = collection;
  const { items, complete, problem } = await listClusters(cloud, { accountId, region, deadline });
  const problems = problem === undefined ? [] : [problem];
  const progress = { region, collector: 'clusters', resources: items.length, complete, problems };
  onProgress?.(progress);
  if (complete) await store.retireClusters({ accountId, region, ids: items.map(({ id }) => id), at: now() });
  const mark = clustersMark({ accountId, region });
  if (complete || (await store.mark(mark)) === undefined)
    await store.setMark(mark, { at: now(), isComplete: complete });
  return { listed: items, progress };
}

/** What one cluster owns, one collector after the other. */
export async function collectCluster(
  collection: Pick<Collection, 'cloud' | 'regional' | 'deadline' | 'now' | 'onProgress'> & {
    readonly store: Pick<Store, 'saveInventory' | 'resourcesOf' | 'setMark'>;
  },
  cluster: Cluster,
): Promise<readonly Progress[]> {
  const { cloud, regional = cloud, store, deadline, now, onProgress } = collection;
  const parts: Progress[] = [];
  let known: readonly OwnedResource[] = [];
  let isSound = true;
  for (const collector of COLLECTORS) {
    const at = now();
    const asked = collector.isRegional === true ? regional : cloud;
    const found: Collected = await part(() => collector.collect(asked, cluster, deadline, known));
    const { resources, problems = [] } = found;
    // Children of parents that were not read this time are not gone.
    const complete = found.complete && isSound;
    await store.saveInventory({ cluster, collector: collector.name, resources, complete, at });
    if (complete && collector === csCollector) await store.setMark(toldMark(cluster), { at, isComplete: true });
    const of = { region: cluster.region, clusterId: cluster.id, collector: collector.name };
    const progress = { ...of, resources: resources.length, complete, problems };
    parts.push(progress);
    onProgress?.(progress);
    if (!found.complete && isSound) {
      isSound = false;
      known = distinct([...known, ...resources, ...(await store.resourcesOf(cluster.id))]);
    } else known = distinct([...known, ...resources]);
  }
  return parts;
}
