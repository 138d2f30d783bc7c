import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byPageNumber } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, ownedBy, part } from './collector.ts';
import { csCall } from './cs-call.ts';
import { readLoadBalancers } from './load-balancers.ts';
import { readNodePools, securityGroup } from './node-pools.ts';

const PAGE_SIZE = 100;

const detail = z.object({
  security_group_id: optionalText,
  worker_ram_role_name: optionalText,
  control_plane_endpoints_config: z
    .object({ load_balancers_config: z.array(z.object({ load_balancer_id: optionalText })).nullish() })
    .nullish(),
});
const nodePage = z.object({
  nodes: z
    .array(
      z.object({
        instance_id: optionalText,
        instance_role: optionalText,
        node_name: optionalText,
        nodepool_id: optionalText,
        ip_address: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  page: z.object({ total_count: z.number().nullish() }).nullish(),
});

/** What Container Service itself says of a cluster: load balancers, node pools, security groups, nodes, worker role. */
export const csCollector: Collector = {
  name: 'cs',
  permissions: [
    'cs:DescribeClusterDetail',
    'cs:DescribeClusterResources',
    'cs:DescribeClusterNodePools',
    'cs:DescribeClusterNodes',
    'slb:ListTagResources',
  ],
  collect: async (cloud, cluster, deadline) => {
    const clusterPart = part(() => readDetail(cloud, cluster, deadline));
    const parts = await Promise.all([
      clusterPart,
      clusterPart.then((known) => part(() => readLoadBalancers(cloud, cluster, deadline, known))),
      part(() => readNodePools(cloud, cluster, deadline)),
      part(() => readNodes(cloud, cluster, deadline)),
    ]);
    return joined(parts);
  },
};

async function readDetail(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const read = await ask(cloud, csCall(cluster, 'DescribeClusterDetail', '', deadline), detail);
  const resources: OwnedResource[] = [];
  for (const { load_balancer_id: id } of read.control_plane_endpoints_config?.load_balancers_config ?? []) {
    if (id === undefined) continue;
    const kind = id.startsWith('nlb-') ? 'nlb.load-balancer' : 'slb.load-balancer';
    resources.push(ownedBy(cluster, 'cs', kind, id, 'api-server-load-balancer'));
  }
  if (read.security_group_id !== undefined) resources.push(...securityGroup(cluster, read.security_group_id));
  const role = read.worker_ram_role_name ?? cluster.workerRoleName;
  if (role !== undefined) resources.push(ownedBy(cluster, 'cs', 'ram.role', role, 'cluster-ram-role', { name: role }));
  return { resources, complete: true };
}

async function readNodes(cloud: Cloud, cluster: Cluster, deadline: number): Promise<Collected> {
  const nodes = await byPageNumber(async (pageNumber) => {
    const params = { pageSize: String(PAGE_SIZE), pageNumber: String(pageNumber) };
    const read = await ask(cloud, csCall(cluster, 'DescribeClusterNodes', '/nodes', deadline, params), nodePage);
    const items = read.nodes ?? [];
    return { items, total: read.page?.total_count ?? items.length };
  });
  return listed(nodes, (node) => {
    if (node.instance_id === undefined) return [];
    const role = node.instance_role?.toLowerCase() === 'master' ? 'master' : 'node';
    return [
      ownedBy(cluster, 'cs', 'ecs.instance', node.instance_id, role, {
        ...(node.node_name === undefined ? {} : { name: node.node_name }),
        facts: {
          ...(node.nodepool_id === undefined ? {} : { nodePoolId: node.nodepool_id }),
          ...(node.ip_address?.length ? { addresses: node.ip_address.join(',') } : {}),
        },
      }),
    ];
  });
}
