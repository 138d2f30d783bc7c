import * as z from 'zod';
import { ask, wrapped } from '../cloud/answer.ts';
import { byPageNumber } from '../cloud/paging.ts';
import { type Collector, distinct, listed } from './collector.ts';
import { CLUSTER_TAG } from './ecs-marks.ts';
import { fileSystem, fileSystemOf } from './nas-marks.ts';

const PAGE_SIZE = 100;

const page = z.object({ FileSystems: wrapped('FileSystem', fileSystem), TotalCount: z.number().nullish() });

/** The file systems whose marks name the cluster, with their mount targets and permission groups. */
export const nasCollector: Collector = {
  name: 'nas',
  permissions: ['nas:DescribeFileSystems'],
  collect: async (cloud, cluster, deadline) => {
    const { region } = cluster;
    const listing = await byPageNumber(async (PageNumber) => {
      const params = { Tag: [{ Key: CLUSTER_TAG, Value: cluster.id }], PageSize: PAGE_SIZE, PageNumber };
      const read = await ask(cloud, { product: 'nas', action: 'DescribeFileSystems', region, params, deadline }, page);
      return { items: read.FileSystems, total: read.TotalCount ?? read.FileSystems.length };
    });
    const found = listed(listing, (item) => fileSystemOf(cluster, item));
    return { ...found, resources: distinct(found.resources) };
  },
};
