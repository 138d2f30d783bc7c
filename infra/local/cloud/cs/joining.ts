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
export function settleNodes(cluster: AckCluster, { ecs, ess }: Surroundings, now: Date): void {
  settle(ecs, now);
  for (const id of cluster.nodes.keys()) if (ecs.released.has(id)) cluster.nodes.delete(id);
  for (const member of ess.scalingInstances.values()) {
    const pool = [...cluster.nodePools.values()].find((item) => item.scalingGroupId === member.ScalingGroupId);
    const instance = ecs.instances.get(member.InstanceId);
    const hasJoined = cluster.nodes.has(member.InstanceId);
    if (pool === undefined || hasJoined || member.LifecycleState === 'Removing') continue;
    if (instance?.Status === 'Running') join(cluster, pool, instance, now);
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
