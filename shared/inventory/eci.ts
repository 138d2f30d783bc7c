import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, part } from './collector.ts';
import { eciOf, type Marked, readEci } from './eci-marks.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';

/** More than these no call tells. */
const PAGE_SIZE = 20;

/** Virtual nodes of a cluster and the container groups that run their Pods. */
export const eciCollector: Collector = {
  name: 'eci',
  permissions: ['eci:DescribeContainerGroups', 'eci:DescribeVirtualNodes'],
  collect: async (cloud, cluster, deadline) => {
    const kinds = ['eci.container-group', 'eci.virtual-node'] as const;
    return joined(await Promise.all(kinds.map((kind) => part(() => read(cloud, cluster, kind, deadline)))));
  },
};

async function read(cloud: Cloud, cluster: Cluster, kind: Marked['kind'], deadline: number): Promise<Collected> {
  const listing = await byNextToken((NextToken) => {
    const params = { Tag: [{ Key: CLUSTER_TAG, Value: cluster.id }], Limit: PAGE_SIZE, NextToken };
    return readEci(cloud, kind, { region: cluster.region, params, deadline });
  });
  return listed(listing, (item) => eciOf(cluster, item));
}
