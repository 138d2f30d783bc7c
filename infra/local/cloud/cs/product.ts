import { listOf, textOf, type Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call, type FollowUp, type Operation, type Product } from '../api.ts';
import { addOnOperations } from './add-ons.ts';
import { alertOperations } from './alerts.ts';
import { clusterAnswer, detailAnswer, nodeAnswer, nodePoolAnswer, resourceAnswer } from './answers.ts';
import { existingNodeOperations } from './existing-nodes.ts';
import { clusterIn, poolIn } from './find.ts';
import { settleNodes, type Surroundings } from './joining.ts';
import { logOperations } from './logs.ts';
import { protectionOperations } from './protection.ts';
import { repairPolicyOperations } from './repair-policies.ts';
import type { AckCluster, CsState } from './state.ts';
import { csWrites } from './writes.ts';

/**
 * Container Service 2015-12-15. Nodes come and go with the instances of `around`; `followUp` makes the calls that ACK
 * makes when a node pool is edited through it.
 */
export function csProduct(cs: CsState, around: Surroundings, followUp: FollowUp): Product {
  const operations = {
    ...csReads(cs),
    ...csWrites(cs, followUp),
    ...existingNodeOperations(cs, around, followUp),
    ...addOnOperations(cs),
    ...alertOperations(cs),
    ...logOperations(cs),
    ...protectionOperations(cs),
    ...repairPolicyOperations(cs),
  };
  return {
    serviceName: 'CS',
    product: 'cs',
    versions: ['2015-12-15'],
    style: 'ROA',
    callsPerSecond: 40,
    operations: Object.fromEntries(
      Object.entries(operations).map(([action, operation]) => [action, settling(cs, around, operation)]),
    ),
  };
}

function settling(cs: CsState, around: Surroundings, operation: Operation): Operation {
  return {
    ...operation,
    run: (call) => {
      settleNodes([...cs.clusters.values()], around, call.now);
      return operation.run(call);
    },
  };
}

function csReads(cs: CsState): Readonly<Record<string, Operation>> {
  return {
    DescribeClustersV1: {
      rw: 'Read',
      route: 'GET /api/v1/clusters',
      ramActions: ['cs:ListClusters', 'cs:DescribeClustersV1'],
      run: (call) => listClusters(cs, call),
    },
    DescribeClusterDetail: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]',
      ramActions: ['cs:GetClusterInfo', 'cs:DescribeClusterDetail'],
      run: (call) => detailAnswer(clusterIn(cs, call)),
    },
    DescribeClusterResources: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/resources',
      run: (call) => listResources(clusterIn(cs, call), call.params),
    },
    DescribeClusterNodePools: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/nodepools',
      run: (call) => {
        const cluster = clusterIn(cs, call);
        return { nodepools: [...cluster.nodePools.values()].map((pool) => nodePoolAnswer(cluster, pool)) };
      },
    },
    DescribeClusterNodePoolDetail: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/nodepools/[NodepoolId]',
      run: (call) => {
        const cluster = clusterIn(cs, call);
        return nodePoolAnswer(cluster, poolIn(cluster, call));
      },
    },
    ListClusterAddonInstances: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/addon_instances',
      run: (call) => {
        const addOns = [...(clusterIn(cs, call).addOns ?? [])];
        return { addons: addOns.map(([name, version]) => ({ name, version, state: 'active' })) };
      },
    },
    DescribeClusterNodes: {
      rw: 'Read',
      route: 'GET /clusters/[ClusterId]/nodes',
      run: (call) => listNodes(clusterIn(cs, call), call.params),
    },
  };
}

function listClusters(cs: CsState, { params, region }: Call): Answer {
  const name = textOf(params, 'name');
  const type = textOf(params, 'cluster_type');
  const found = [...cs.clusters.values()].filter(
    (cluster) =>
      cluster.region === region &&
      (name === undefined || cluster.name.includes(name)) &&
      (type === undefined || cluster.type === type),
  );
  const { items, page } = paged(found, params, ['page_number', 'page_size']);
  return { clusters: items.map(clusterAnswer), page_info: page };
}

/** Rows of add-ons (the load balancers of Services) are hidden unless they are asked for. */
function listResources(cluster: AckCluster, params: Params): readonly Answer[] {
  const withAddons = textOf(params, 'with_addon_resources') === 'true';
  const rows = cluster.resources.filter((row) => withAddons || row.creator !== 'addon');
  return rows.map((row) => resourceAnswer(cluster, row));
}

function listNodes(cluster: AckCluster, params: Params): Answer {
  const ids = new Set(listOf(params, 'instanceIds'));
  const pool = textOf(params, 'nodepool_id');
  const state = textOf(params, 'state') ?? 'all';
  const found = [...cluster.nodes.values()].filter(
    (node) =>
      (ids.size === 0 || ids.has(node.instanceId)) &&
      (pool === undefined || node.nodePoolId === pool) &&
      (state === 'all' || node.state === state),
  );
  const { items, page } = paged(found, params, ['pageNumber', 'pageSize']);
  return { nodes: items.map(nodeAnswer), page };
}

function paged<T>(all: readonly T[], params: Params, [numberName, sizeName]: readonly [string, string]) {
  const number = Number(textOf(params, numberName) ?? 1);
  const size = Number(textOf(params, sizeName) ?? 10);
  if (!Number.isInteger(number) || number < 1 || !Number.isInteger(size) || size < 1 || size > 100) {
    throw new ApiError(400, 'InvalidParameter', `${numberName} or ${sizeName} is out of range`);
  }
  const items = all.slice((number - 1) * size, number * size);
  return { items, page: { page_number: number, page_size: size, total_count: all.length } };
}
