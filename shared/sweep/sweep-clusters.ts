import { remembering } from '../cloud/remembering.ts';
import { listRegion } from '../inventory/collect.ts';
import { clusterMark } from '../inventory/last-look.ts';
import type { Cluster } from '../model/resource.ts';
import type { Mark } from '../store/upkeep.ts';
import type { Sweep } from './asked.ts';
import { type Seen, sweepOpen, sweepWhole } from './sweep-cluster.ts';

/** How much longer than the sweep's deadline a cluster stays its own. */
const GRACE_MS = 60_000;
/** Timers come a little early or late. */
const SLACK_MS = 60_000;

/**
 * Every cluster of every region, the one that was not looked at for longest first: what there was no time for is first the
 * next time. One that another sweep is at is left to it.
 */
export async function sweepClusters(asked: Sweep): Promise<Seen & { readonly clusters: number }> {
  const { clusters, problems } = await listed(asked);
  const marked = await Promise.all(
    clusters.map(async (cluster) => ({ cluster, mark: await asked.store.mark(clusterMark(cluster)) })),
  );
  const inTurn = marked.toSorted((a, b) => (a.mark?.at.getTime() ?? 0) - (b.mark?.at.getTime() ?? 0));
  const all: Seen[] = [{ resources: clusters.length, snapshots: 0, resolved: 0, problems }];
  const shared = { ...asked, regional: remembering(asked.cloud) };
  for (const { cluster, mark } of inTurn) all.push(await leased(cluster, mark, shared));
  const sum = (count: (one: Seen) => number): number => all.reduce((total, one) => total + count(one), 0);
  return {
    clusters: clusters.length,
    resources: sum(({ resources }) => resources),
    snapshots: sum(({ snapshots }) => snapshots),
    resolved: sum(({ resolved }) => resolved),
    problems: all.flatMap((one) => one.problems),
  };
}

/** The clusters as the cloud lists them; where it does not, as they were known. */
async function listed(asked: Sweep): Promise<{ clusters: readonly Cluster[]; problems: readonly string[] }> {
  const clusters = new Map<string, Cluster>();
  const problems: string[] = [];
  for (const region of asked.regions) {
    const { listed: found, progress } = await listRegion(asked, region);
    const known = progress.complete ? [] : await asked.store.clusters(asked.accountId);
    for (const cluster of [...known, ...found]) if (cluster.region === region) clusters.set(cluster.id, cluster);
    problems.push(...progress.problems);
  }
  return { clusters: [...clusters.values()], problems };
}

async function leased(cluster: Cluster, mark: Mark | undefined, asked: Sweep): Promise<Seen> {
  const { store, now, deadline, inventoryEveryMs = 0 } = asked;
  const nothing = { resources: 0, snapshots: 0, resolved: 0 };
  const begun = now();
  if (begun.getTime() >= deadline) {
    return { ...nothing, problems: [`${cluster.name} was not observed: the sweep ran out of time`] };
  }
  const lease = await store.hold(clusterMark(cluster), deadline - begun.getTime() + GRACE_MS);
  if (lease === undefined) return { ...nothing, problems: [] };
  try {
    const isDue =
      mark === undefined || !mark.isComplete || begun.getTime() - mark.at.getTime() > inventoryEveryMs - SLACK_MS;
    if (!isDue) return await sweepOpen(cluster, asked);
    const seen = await sweepWhole(cluster, asked);
    await store.setMark(clusterMark(cluster), { at: begun, isComplete: seen.isComplete });
    return seen;
  } finally {
    await store.release(clusterMark(cluster), lease);
  }
}
