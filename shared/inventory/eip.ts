import * as z from 'zod';
import { ask, optionalText, wrapped } from '../cloud/answer.ts';
import { byPageNumber } from '../cloud/paging.ts';
import type { OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Collector, listed } from './collector.ts';
import { partOf } from './parts.ts';

const PAGE_SIZE = 100;

const page = z.object({
  EipAddresses: wrapped(
    'EipAddress',
    z.object({ AllocationId: z.string(), InstanceId: optionalText, Name: optionalText }),
  ),
  TotalCount: z.number().nullish(),
});

/** To what an address can be bound. */
const BINDABLE: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'slb.load-balancer',
  'ecs.instance',
  'ecs.network-interface',
  'vpc.nat-gateway',
]);

/** Elastic IP addresses that are bound to something of the cluster; one listing tells all of the region. */
export const eipCollector: Collector = {
  name: 'eip',
  isRegional: true,
  permissions: ['vpc:DescribeEipAddresses'],
  collect: async (cloud, cluster, deadline, known) => {
    const bindable = new Map<string, OwnedResource[]>();
    for (const item of known) {
      if (!BINDABLE.has(item.kind) || item.role === 'reused-load-balancer') continue;
      bindable.set(item.id, [...(bindable.get(item.id) ?? []), item]);
    }
    if (bindable.size === 0) return { resources: [], complete: true };
    const listing = await byPageNumber(async (PageNumber) => {
      const params = { PageSize: PAGE_SIZE, PageNumber };
      const call = {
        product: 'vpc',
        action: 'DescribeEipAddresses',
        region: cluster.region,
        params,
        deadline,
      } as const;
      const read = await ask(cloud, call, page);
      return { items: read.EipAddresses, total: read.TotalCount ?? read.EipAddresses.length };
    });
    return listed(listing, ({ AllocationId, InstanceId, Name }) =>
      (bindable.get(InstanceId ?? '') ?? []).map((whole) =>
        partOf(cluster, 'eip', whole, 'vpc.eip', AllocationId, Name),
      ),
    );
  },
};
