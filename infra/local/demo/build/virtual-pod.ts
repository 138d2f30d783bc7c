import type { AckCluster } from '../../cloud/cs/state.ts';
import { aContainerGroup } from '../../cloud/eci/state.ts';
import type { World } from '../../cloud/world.ts';
import { tagsOf } from './ids.ts';

/** Puts the container group of a Pod that a virtual node runs into the account. */
export function addVirtualPod(world: World, cluster: AckCluster, id: string, name: string): void {
  world.eci.containerGroups.set(
    id,
    aContainerGroup({
      ContainerGroupId: id,
      ContainerGroupName: name,
      RegionId: cluster.region,
      VpcId: cluster.vpcId,
      VSwitchId: cluster.vswitchIds.at(-1) ?? '',
      SecurityGroupId: cluster.securityGroupId,
      Tags: tagsOf({ 'ack.aliyun.com': cluster.id }),
    }),
  );
}
