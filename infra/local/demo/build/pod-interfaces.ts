import { aNetworkInterface } from '../../cloud/ecs/defaults.ts';
import type { AckCluster } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { tagsOf } from './ids.ts';

/** Puts an interface that Terway attached to a node for its pods into the account. */
export function addPodInterface(
  world: World,
  cluster: AckCluster,
  said: { readonly id: string; readonly instanceId: string; readonly ip: string; readonly podIps: readonly string[] },
): void {
  world.ecs.networkInterfaces.set(
    said.id,
    aNetworkInterface({
      NetworkInterfaceId: said.id,
      NetworkInterfaceName: `eni-cni-${said.id.slice(4)}`,
      Description: 'interface create by terway',
      RegionId: cluster.region,
      VpcId: cluster.vpcId,
      VSwitchId: cluster.vswitchIds.at(-1) ?? '',
      InstanceId: said.instanceId,
      DeviceIndex: 1,
      PrivateIpAddress: said.ip,
      SecondaryPrivateIpAddresses: said.podIps,
      SecurityGroupIds: [cluster.securityGroupId],
      Tags: tagsOf({ creator: 'terway', 'ack.aliyun.com': cluster.id }),
    }),
  );
}
