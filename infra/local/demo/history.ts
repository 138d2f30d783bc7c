import { recordUnplayed, type UnplayedCall } from '../cloud/actiontrail/unplayed.ts';
import type { Key } from '../cloud/keys.ts';
import type { World } from '../cloud/world.ts';
import { PROD } from './prod-ids.ts';

const DAY_MS = 86_400_000;

/** Gives the trail a past: how ACK made some resources of `prod`. By it a resource that is gone is still known. */
export function seedHistory(world: World): void {
  const { cloudController, autoscaling, terway, ack } = world.actors;
  const node = PROD.nodes.at(-1) ?? '';
  const { elastic, web, clusterId } = PROD;
  const tag = { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': clusterId };
  const past = (key: Key, daysAgo: number, call: Omit<UnplayedCall, 'at'>): void => {
    recordUnplayed(world, key, { ...call, at: new Date(world.clock().getTime() - daysAgo * DAY_MS) });
  };
  past(cloudController(clusterId), 12, {
    serviceName: 'Slb',
    version: '2014-05-15',
    action: 'CreateLoadBalancer',
    params: { RegionId: world.region, VpcId: PROD.vpc, AddressType: 'intranet', ...tag },
    answer: { LoadBalancerId: web.loadBalancer, VpcId: PROD.vpc },
    references: { 'ACS::SLB::LoadBalancer': [web.loadBalancer] },
  });
  past(ack(), 9, {
    serviceName: 'Ess',
    version: '2014-08-28',
    action: 'ModifyScalingGroup',
    params: { ScalingGroupId: elastic.scalingGroup, MinSize: String(elastic.min), MaxSize: String(elastic.max) },
    references: { 'ACS::ESS::ScalingGroup': [elastic.scalingGroup] },
  });
  past(autoscaling(), 3, {
    serviceName: 'Ecs',
    version: '2014-05-26',
    action: 'RunInstances',
    params: { RegionId: world.region, SecurityGroupId: PROD.securityGroup, Amount: '1', ...tag },
    answer: { InstanceIdSets: { InstanceIdSet: [node] } },
    references: { 'ACS::ECS::Instance': [node], 'ACS::ECS::SecurityGroup': [PROD.securityGroup] },
  });
  const podInterface = PROD.podInterfaces.at(-1) ?? '';
  past(terway(), 3, {
    serviceName: 'Ecs',
    version: '2014-05-26',
    action: 'CreateNetworkInterface',
    params: { RegionId: world.region, SecurityGroupId: PROD.securityGroup, ...tag },
    answer: { NetworkInterfaceId: podInterface },
    references: { 'ACS::ECS::NetworkInterface': [podInterface], 'ACS::ECS::SecurityGroup': [PROD.securityGroup] },
  });
}
