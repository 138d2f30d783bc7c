import { observe } from '../inspection/observe.ts';
import { allReaders } from '../inspection/readers.ts';
import { spellings } from '../inspection/memory.ts';
import { collectCluster } from '../inventory/collect.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster } from '../model/resource.ts';
import type { Sweep } from './asked.ts';
import { putBackAmong } from './put-back.ts';

/** What was seen of one cluster. */
export interface Seen {
  readonly resources: number;
  readonly snapshots: number;
  readonly resolved: number;
  readonly problems: readonly string[];
}

/** Collects what the cluster owns, reads how all of it is configured, and ends the findings of what was put back. */
export async function sweepWhole(cluster: Cluster, asked: Sweep): Promise<Seen & { readonly isComplete: boolean }> {
  const { store } = asked;
  const parts = await collectCluster(asked, cluster);
  const looked = await look(cluster, await store.openFindingsOf(cluster.id), () => true, asked);
  return {
    ...looked,
    resources: parts.reduce((sum, part) => sum + part.resources, 0),
    problems: [...parts.flatMap(({ problems }) => problems), ...looked.problems],
    isComplete: parts.every(({ complete }) => complete),
  };
}

/** Reads only what open findings are about: whether somebody has put it back. */
export async function sweepOpen(cluster: Cluster, asked: Sweep): Promise<Seen> {
  const open = await asked.store.openFindingsOf(cluster.id);
  const compared = open.flatMap(({ comparisons }) => comparisons).flatMap(({ resource }) => spellings(resource));
  const keys = new Set(compared.map(({ kind, id }) => `${kind} ${id}`));
  if (keys.size === 0) return { resources: 0, snapshots: 0, resolved: 0, problems: [] };
  return look(cluster, open, ({ kind, id }) => keys.has(`${kind} ${id}`), asked);
}

async function look(
  cluster: Cluster,
  open: readonly Finding[],
  isWanted: (resource: { readonly kind: string; readonly id: string }) => boolean,
  { store, cloud, deadline, now, log }: Sweep,
): Promise<Seen> {
  const owned = (await store.resourcesOf(cluster.id)).filter(isWanted);
  const { snapshots, problems } = await observe(cloud, owned, { region: cluster.region, deadline, now });
  await store.saveSnapshots(snapshots);
  const back = putBackAmong(open, snapshots, await allReaders());
  if (back.length > 0) {
    const ids = back.map(({ id }) => id);
    await store.resolve(ids, now());
    log('findings resolved by the sweep', { clusterId: cluster.id, findings: ids });
  }
  return { resources: owned.length, snapshots: snapshots.length, resolved: back.length, problems };
}
