import { aScalingConfiguration, aScalingGroup } from '../../cloud/ess/defaults.ts';
import type { AckCluster, NodePool } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { FOUNDED } from './cluster.ts';
import { idOf, tagsOf } from './ids.ts';

/** What a node pool of the demo must say of itself; `bounds` make it scale by itself. */
export interface PoolSaid {
  readonly id: string;
  readonly name: string;
  readonly scalingGroupId: string;
  readonly isDefault?: boolean;
  readonly bounds?: { readonly min: number; readonly max: number };
  readonly desiredSize?: number;
  readonly securityGroupIds?: readonly string[];
}

/** What ACK sets on the group of a pool that does not scale by itself. */
const UNSCALED = { min: 0, max: 2000 };

/** Puts a node pool into the cluster, with its scaling group and what the group starts instances from. */
export function addNodePool(world: World, cluster: AckCluster, said: PoolSaid): NodePool {
  const { bounds, scalingGroupId } = said;
  const pool: NodePool = {
    id: said.id,
    name: said.name,
    isDefault: said.isDefault ?? false,
    scalingGroupId,
    securityGroupIds: said.securityGroupIds ?? [cluster.securityGroupId],
    vswitchIds: cluster.vswitchIds,
    instanceTypes: ['ecs.g7.xlarge'],
    ramRoleName: cluster.workerRoleName,
    autoScaling: bounds === undefined ? { enable: false, min: 0, max: 0 } : { enable: true, ...bounds },
    ...(said.desiredSize === undefined ? {} : { desiredSize: said.desiredSize }),
    state: 'active',
    created: FOUNDED,
  };
  cluster.nodePools.set(pool.id, pool);
  addScalingGroup(world, cluster, pool, bounds ?? UNSCALED);
  return pool;
}

function addScalingGroup(
  world: World,
  cluster: AckCluster,
  pool: NodePool,
  { min, max }: { readonly min: number; readonly max: number },
): void {
  const { scalingGroupId: ScalingGroupId } = pool;
  const ScalingConfigurationId = idOf('asc', ScalingGroupId.slice(7, 20));
  world.ess.scalingGroups.set(
    ScalingGroupId,
    aScalingGroup({
      ScalingGroupId,
      ScalingGroupName: `acs-nodePool-${pool.id}`,
      RegionId: cluster.region,
      MinSize: min,
      MaxSize: max,
      ...(pool.desiredSize === undefined ? {} : { DesiredCapacity: pool.desiredSize }),
      VpcId: cluster.vpcId,
      VSwitchIds: pool.vswitchIds,
      ActiveScalingConfigurationId: ScalingConfigurationId,
      GroupDeletionProtection: true,
      Tags: tagsOf({ 'ack.aliyun.com': cluster.id }),
    }),
  );
  world.ess.scalingConfigurations.set(
    ScalingConfigurationId,
    aScalingConfiguration({
      ScalingConfigurationId,
      ScalingGroupId,
      ScalingConfigurationName: `acs-nodePool-${pool.id}`,
      SecurityGroupIds: pool.securityGroupIds,
      InstanceName: `worker-k8s-for-cs-${cluster.id}`,
      RamRoleName: pool.ramRoleName,
      Tags: nodeTags(cluster, pool),
    }),
  );
}

/** The tags by which ACK marks the instances of a pool; the last one is Auto Scaling's own. */
export function nodeTags(cluster: AckCluster, pool: NodePool) {
  return tagsOf({
    'ack.aliyun.com': cluster.id,
    'ack.alibabacloud.com/nodepool-id': pool.id,
    'acs:autoscaling:scalingGroupId': pool.scalingGroupId,
    ...(pool.autoScaling.enable ? { 'k8s.io/cluster-autoscaler': 'true', 'k8s.aliyun.com': 'true' } : {}),
  });
}
