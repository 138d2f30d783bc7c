import { anInstance, place } from '../../cloud/ecs/defaults.ts';
import { aScalingInstance } from '../../cloud/ess/defaults.ts';
import type { AckCluster, NodePool } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { FOUNDED } from './cluster.ts';
import { nodeTags } from './node-pool.ts';
import { tagsOf } from './ids.ts';

/** Puts a worker of a pool into the account: instance, primary interface, system disk, member of the group, node. */
export function addWorker(world: World, cluster: AckCluster, pool: NodePool, instanceId: string, ip: string): void {
  const { scalingGroupId, securityGroupIds } = pool;
  addInstance(world, cluster, {
    instanceId,
    ip,
    name: `worker-k8s-for-cs-${cluster.id}`,
    securityGroupIds,
    roleName: pool.ramRoleName,
    description: 'ESS',
    tags: nodeTags(cluster, pool),
  });
  const member = aScalingInstance({ InstanceId: instanceId, ScalingGroupId: scalingGroupId });
  world.ess.scalingInstances.set(instanceId, member);
  addNode(cluster, { instanceId, ip, name: `worker-k8s-for-cs-${cluster.id}`, role: 'Worker', nodePoolId: pool.id });
}

/** Puts a master of a dedicated cluster into the account. */
export function addMaster(
  world: World,
  cluster: AckCluster,
  master: { readonly instanceId: string; readonly ip: string; readonly number: number; readonly roleName: string },
): void {
  const { instanceId, ip, number, roleName } = master;
  const name = `master-0${number}-k8s-for-cs-${cluster.id}`;
  const tags = tagsOf({ 'ack.aliyun.com': cluster.id });
  const securityGroupIds = [cluster.securityGroupId];
  addInstance(world, cluster, { instanceId, ip, name, securityGroupIds, roleName, description: '', tags });
  addNode(cluster, { instanceId, ip, name, role: 'Master' });
}

function addInstance(
  world: World,
  cluster: AckCluster,
  said: {
    readonly instanceId: string;
    readonly ip: string;
    readonly name: string;
    readonly securityGroupIds: readonly string[];
    readonly roleName: string;
    readonly description: string;
    readonly tags: ReturnType<typeof tagsOf>;
  },
): void {
  place(
    world.ecs,
    anInstance({
      InstanceId: said.instanceId,
      InstanceName: said.name,
      Description: said.description,
      RegionId: cluster.region,
      VpcId: cluster.vpcId,
      VSwitchId: cluster.vswitchIds[0] ?? '',
      PrivateIpAddress: said.ip,
      SecurityGroupIds: said.securityGroupIds,
      RamRoleName: said.roleName,
      Tags: said.tags,
    }),
  );
}

function addNode(
  cluster: AckCluster,
  said: {
    readonly instanceId: string;
    readonly ip: string;
    readonly name: string;
    readonly role: 'Master' | 'Worker';
    readonly nodePoolId?: string;
  },
): void {
  const { name: instanceName, ...rest } = said;
  const nodeName = `${cluster.region}.${said.ip}`;
  const more = { instanceType: 'ecs.g7.xlarge', created: FOUNDED, state: 'running' };
  cluster.nodes.set(said.instanceId, { ...rest, instanceName, nodeName, ...more });
}
