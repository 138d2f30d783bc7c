import { textOf } from '../../../../shared/model/params.ts';
import { ApiError, type Call } from '../api.ts';
import type { AckCluster, CsState, NodePool } from './state.ts';

/** The cluster that the path names. */
export function clusterIn(cs: CsState, { params }: Pick<Call, 'params'>): AckCluster {
  const id = textOf(params, 'ClusterId') ?? '';
  const cluster = cs.clusters.get(id);
  if (cluster === undefined) throw new ApiError(404, 'ErrorClusterNotFound', `cluster ${id} not found`);
  return cluster;
}

/** The node pool that the path names. */
export function poolIn(cluster: AckCluster, { params }: Pick<Call, 'params'>): NodePool {
  const id = textOf(params, 'NodepoolId') ?? '';
  const pool = cluster.nodePools.get(id);
  if (pool === undefined) throw new ApiError(404, 'NodePoolNotFound', `nodepool ${id} not found`);
  return pool;
}
