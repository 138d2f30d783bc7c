import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken } from '../cloud/paging.ts';
import type { Cluster } from '../model/resource.ts';
import { type Collected, listed, ownedBy } from './collector.ts';
import { CLUSTER_TAG, disk, isVolume } from './ecs-marks.ts';

const PAGE_SIZE = 100;

const page = z.object({ NextToken: optionalText, Disks: wrapped('Disk', disk) });

/** Disks that CSI made for volumes of the cluster. */
export async function readDisks(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const listing = await byNextToken(async (NextToken) => {
    const params = { Tag: [{ Key: CLUSTER_TAG, Value: cluster.id }], MaxResults: PAGE_SIZE, NextToken };
    const call = { product: 'ecs', action: 'DescribeDisks', region: cluster.region, params, deadline } as const;
    const read = await ask(cloud, call, page);
    return { items: read.Disks, nextToken: read.NextToken };
  });
  return listed(listing, (item) => {
    if (!isVolume(item, cluster.id)) return [];
    const name = item.DiskName === undefined ? {} : { name: item.DiskName };
    return [ownedBy(cluster, 'ecs', 'ecs.disk', item.DiskId, 'volume-disk', name)];
  });
}
