import { type Params, textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import type { AckCluster, CsState, NodePool } from './state.ts';

/** Paths spell it in three ways. */
export function clusterNamed(params: Params): string {
  return textOf(params, 'ClusterId') ?? textOf(params, 'cluster_id') ?? textOf(params, 'clusterid') ?? '';
}

/** The cluster that the path names. */
export function clusterIn(cs: CsState, { params }: Pick<Call, 'params'>): AckCluster {
  const id = clusterNamed(params);
  const cluster = cs.clusters.get(id);
  if (cluster === undefined) throw new ApiError(404, 'ErrorClusterNotFound', `cluster ${id} not found`);
  return cluster;
}

/** The node pool that the path names. */
export function poolIn(cluster: AckCluster, { params }: Pick<Call, 'params'>): NodePool {
  const id = textOf(params, 'NodepoolId') ?? textOf(params, 'nodepool_id') ?? '';
  const pool = cluster.nodePools.get(id);
  if (pool === undefined) throw new ApiError(404, 'NodePoolNotFound', `nodepool ${id} not found`);
  return pool;
}
