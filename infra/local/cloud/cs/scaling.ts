import type { Params } from '../../../../shared/model/params.ts';
import type { FollowUp } from '../api.ts';
import type { AckCluster, NodePool } from './state.ts';

/** What ACK asks of the scaling group behind a node pool, under its own role. */
export function askEss(cluster: AckCluster, pool: NodePool, action: string, params: Params, followUp: FollowUp): void {
  const all = { RegionId: cluster.region, ScalingGroupId: pool.scalingGroupId, ...params };
  followUp('ack', { product: 'ess', action, region: cluster.region, params: all });
}
