import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byPageNumber } from '../cloud/paging.ts';
import type { Cluster } from '../model/resource.ts';
import { type Collected, type Collector, joined, listed, ownedBy, part } from './collector.ts';
import { csCall } from './cs-call.ts';
import { readCluster } from './cs-cluster.ts';
import { readLoadBalancers } from './load-balancers.ts';
import { readNodePools } from './node-pools.ts';

const PAGE_SIZE = 100;
/** A Lingjun node's id: `e01-cn-…`. */
const LINGJUN_ID = /^e\d{2}-/u;

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

/** What Container Service itself says of a cluster: load balancers, node pools, security groups, nodes, roles, logs. */
export const csCollector: Collector = {
  name: 'cs',
  permissions: [
    'cs:DescribeClusterDetail',
    'cs:DescribeClusterResources',
    'cs:DescribeClusterNodePools',
    'cs:DescribeClusterNodes',
    'slb:ListTagResources',
    'alb:ListTagResources',
    'nlb:ListTagResources',
  ],
  collect: async (cloud, cluster, deadline) => {
    const clusterPart = part(() => readCluster(cloud, cluster, deadline));
    const pools = part(() => readNodePools(cloud, cluster, deadline));
    const parts = await Promise.all([
      pools.then((known) => clusterOf(cluster, known)),
      clusterPart,
      clusterPart.then((known) => part(() => readLoadBalancers(cloud, cluster, deadline, known))),
      pools,
      part(() => readNodes(cloud, cluster, deadline)),
    ]);
    return joined(parts);
  },
};

/** The cluster and every node pool are resources too: calls of Container Service name them. */
function clusterOf(cluster: Cluster, pools: Collected): Collected {
  const states = pools.resources.filter(({ kind }) => kind === 'cs.node-pool').map(({ facts }) => facts['autoScaling']);
  const facts = pools.complete ? { autoScaling: states.includes(true) } : {};
  const resources = [ownedBy(cluster, 'cs', 'cs.cluster', cluster.id, 'cluster', { name: cluster.name, facts })];
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
    const isLingjun = LINGJUN_ID.test(node.instance_id);
    const role = node.instance_role?.toLowerCase() === 'master' ? 'master' : isLingjun ? 'lingjun-node' : 'node';
    return [
      ownedBy(cluster, 'cs', isLingjun ? 'eflo.node' : 'ecs.instance', node.instance_id, role, {
        ...(node.node_name === undefined ? {} : { name: node.node_name }),
        facts: {
          ...(node.nodepool_id === undefined ? {} : { nodePoolId: node.nodepool_id }),
          ...(node.ip_address?.length ? { addresses: node.ip_address.join(',') } : {}),
        },
      }),
    ];
  });
}
