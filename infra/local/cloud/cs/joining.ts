import { settle } from '../ecs/lifecycle.ts';
import type { EcsState } from '../ecs/state.ts';
import type { Instance } from '../ecs/machines.ts';
import type { EssState } from '../ess/state.ts';
import type { AckCluster, NodePool } from './state.ts';

/** The states in which Container Service sees what became of its nodes. */
export interface Surroundings {
  readonly ecs: EcsState;
  readonly ess: EssState;
}

/** Lets nodes whose instances were released leave, and new members of the pools' scaling groups join once they run. */
export function settleNodes(clusters: readonly AckCluster[], { ecs, ess }: Surroundings, now: Date): void {
  settle(ecs, now);
  const pools = new Map<string, { readonly cluster: AckCluster; readonly pool: NodePool }>();
  for (const cluster of clusters) {
    for (const id of cluster.nodes.keys()) if (ecs.released.has(id)) cluster.nodes.delete(id);
    for (const pool of cluster.nodePools.values()) pools.set(pool.scalingGroupId, { cluster, pool });
  }
  for (const member of ess.scalingInstances.values()) {
    const joined = pools.get(member.ScalingGroupId);
    const instance = ecs.instances.get(member.InstanceId);
    if (joined === undefined || joined.cluster.nodes.has(member.InstanceId)) continue;
    if (member.LifecycleState === 'Removing' || instance?.Status !== 'Running') continue;
    join(joined.cluster, joined.pool, instance, now);
  }
}

function join(cluster: AckCluster, pool: NodePool, instance: Instance, now: Date): void {
  cluster.nodes.set(instance.InstanceId, {
    instanceId: instance.InstanceId,
    instanceName: instance.InstanceName,
    nodeName: `${instance.RegionId}.${instance.PrivateIpAddress}`,
    role: 'Worker',
    nodePoolId: pool.id,
    ip: instance.PrivateIpAddress,
    instanceType: instance.InstanceType,
    created: now,
    state: 'running',
  });
}
