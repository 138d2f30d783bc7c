import type { Cluster } from '../../model/resource.ts';
import type { Store } from '../store.ts';
import { bounded } from './bounded.ts';

interface Row {
  readonly cluster: Cluster;
  readonly seenAt: number;
  readonly missed: number;
}

/** The clusters of an account; `onRetired` is told which one is gone. */
export function clusters(limit: number, onRetired: (cluster: Cluster, at: Date) => void) {
  const rows = bounded<Row>(limit);
  const store: Pick<Store, 'clusters' | 'retireClusters'> = {
    clusters: (accountId, ids) => {
      const mine = rows.values().filter(({ cluster }) => cluster.accountId === accountId);
      const all = mine.map(({ cluster }) => cluster);
      return Promise.resolve(ids === undefined ? all : all.filter(({ id }) => ids.includes(id)));
    },
    retireClusters: async ({ accountId, region, ids, at }) => {
      for (const { cluster, seenAt, missed } of rows.values()) {
        const isAsked = cluster.accountId === accountId && cluster.region === region;
        if (!isAsked || seenAt >= at.getTime()) continue;
        const isMissing = !ids.includes(cluster.id);
        if (isMissing && missed > 0) {
          rows.delete(keyOf(cluster));
          onRetired(cluster, at);
        } else rows.set(keyOf(cluster), { cluster, seenAt: at.getTime(), missed: isMissing ? missed + 1 : 0 });
      }
    },
  };
  const save = (cluster: Cluster, at: Date): void => {
    const known = rows.get(keyOf(cluster));
    if (known === undefined || known.seenAt <= at.getTime()) {
      rows.set(keyOf(cluster), { cluster, seenAt: at.getTime(), missed: 0 });
    }
  };
  return { store, save };
}

function keyOf({ accountId, region, id }: Cluster): string {
  return JSON.stringify([accountId, region, id]);
}
