import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byPageNumber, type Listing } from '../cloud/paging.ts';
import type { Cluster } from '../model/resource.ts';

const PAGE_SIZE = 50;

const page = z.object({
  clusters: z
    .array(
      z.object({
        cluster_id: z.string(),
        name: optionalText,
        cluster_type: optionalText,
        state: optionalText,
        vpc_id: optionalText,
        container_cidr: optionalText,
        subnet_cidr: optionalText,
        worker_ram_role_name: optionalText,
        region_id: optionalText,
      }),
    )
    .nullish(),
  page_info: z.object({ total_count: z.number().nullish() }).nullish(),
});

/** The clusters of one region; those already deleted are left out, those being deleted keep their state. */
export async function listClusters(
  cloud: Cloud,
  scope: { readonly accountId: string; readonly region: string; readonly deadline: number },
): Promise<Listing<Cluster>> {
  const { accountId, region, deadline } = scope;
  const all = await byPageNumber(async (pageNumber) => {
    const answer = await ask(
      cloud,
      {
        product: 'cs',
        action: 'DescribeClustersV1',
        path: '/api/v1/clusters',
        region,
        params: { region_id: region, page_size: PAGE_SIZE, page_number: pageNumber },
        deadline,
      },
      page,
    );
    const items = answer.clusters ?? [];
    return { items, total: answer.page_info?.total_count ?? items.length };
  });
  const alive = all.items.filter((item) => item.state !== 'deleted' && (item.region_id ?? region) === region);
  return {
    ...all,
    items: alive.map((item) => ({
      accountId,
      region,
      id: item.cluster_id,
      name: item.name ?? item.cluster_id,
      type: item.cluster_type ?? '',
      state: item.state ?? '',
      ...(item.vpc_id === undefined ? {} : { vpcId: item.vpc_id }),
      podCidrs: (item.container_cidr ?? item.subnet_cidr ?? '').split(',').filter((cidr) => cidr.includes('/')),
      ...(item.worker_ram_role_name === undefined ? {} : { workerRoleName: item.worker_ram_role_name }),
    })),
  };
}
