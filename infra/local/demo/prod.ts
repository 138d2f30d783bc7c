import type { AckCluster } from '../cloud/cs/state.ts';
import type { World } from '../cloud/world.ts';
import { anInstance, place } from '../cloud/ecs/defaults.ts';
import { aPermission, aSecurityGroup } from '../cloud/ecs/firewall-defaults.ts';
import { addCluster } from './build/cluster.ts';
import { idOf } from './build/ids.ts';
import { addLingjunPool } from './build/lingjun.ts';
import { addNetwork, addWayOut } from './build/network.ts';
import { addNodePool } from './build/node-pool.ts';
import { addWorker } from './build/node.ts';
import { addPodInterface } from './build/pod-interfaces.ts';
import { addNodeSecurityGroup } from './build/security-group.ts';
import { addVirtualPod } from './build/virtual-pod.ts';
import { addSharedFiles, addVolume } from './build/volumes.ts';
import { PROD } from './prod-ids.ts';
import { seedProdLoadBalancers } from './prod-load-balancers.ts';
import { seedProdV2LoadBalancers } from './prod-v2-load-balancers.ts';

const POD_CIDR = '10.1.128.0/17';

/** Puts the cluster `prod` into the account. */
export function seedProd(world: World): void {
  const cluster = addCluster(world, {
    id: PROD.clusterId,
    name: PROD.name,
    type: 'ManagedKubernetes',
    vpcId: PROD.vpc,
    vswitchIds: [PROD.vSwitches.nodes, PROD.vSwitches.pods],
    securityGroupId: PROD.securityGroup,
    workerRoleName: PROD.workerRole,
    podCidr: POD_CIDR,
    hasRrsa: true,
    apiServer: [{ loadBalancerId: PROD.apiServer.loadBalancer, endpoint: '10.1.0.2', endpointType: 'intranet' }],
  });
  addNetwork(world, cluster, '10.1.0.0/16');
  addWayOut(world, cluster, PROD.wayOut);
  addNodeSecurityGroup(world, cluster, PROD.rules, '10.1.0.0/16');
  seedNodes(world, cluster);
  seedProdLoadBalancers(world, cluster);
  addSharedFiles(world, cluster, PROD.sharedFiles);
  addLingjunPool(world, cluster, PROD.lingjun);
  cluster.addOns?.set('ack-virtual-node', 'v2.14.0');
  PROD.virtualPods.forEach((id, at) => addVirtualPod(world, cluster, id, `batch-report-${at + 1}`));
  seedProdV2LoadBalancers(world, cluster);
  seedMachines(world, cluster);
}

function seedNodes(world: World, cluster: AckCluster): void {
  const { general, elastic } = PROD;
  const pools = [
    addNodePool(world, cluster, {
      id: general.pool,
      name: 'general',
      scalingGroupId: general.scalingGroup,
      isDefault: true,
      desiredSize: general.nodes.length,
    }),
    addNodePool(world, cluster, {
      id: elastic.pool,
      name: 'elastic',
      scalingGroupId: elastic.scalingGroup,
      bounds: { min: elastic.min, max: elastic.max },
    }),
  ] as const;
  for (const [at, instanceId] of PROD.nodes.entries()) {
    const pool = general.nodes.includes(instanceId) ? pools[0] : pools[1];
    addWorker(world, cluster, pool, instanceId, `10.1.0.${at + 11}`);
    const podIps = [1, 2, 3].map((pod) => `10.1.${129 + at}.${pod}`);
    const id = PROD.podInterfaces[at] ?? '';
    addPodInterface(world, cluster, { id, instanceId, ip: `10.1.${129 + at}.250`, podIps });
  }
  PROD.volumes.forEach((volume, at) => addVolume(world, cluster, volume, at < 2 ? PROD.nodes[at] : ''));
}

/** The customer's own, in the same VPC, and of no cluster. */
function seedMachines(world: World, { region: RegionId, vpcId: VpcId }: AckCluster): void {
  const SecurityGroupId = PROD.machinesSecurityGroup;
  const inVpc = {
    Direction: 'ingress',
    SecurityGroupRuleId: idOf('sgr', 'prodmachines'),
    SourceCidrIp: '10.1.0.0/16',
  } as const;
  world.ecs.securityGroups.set(
    SecurityGroupId,
    aSecurityGroup({ SecurityGroupId, SecurityGroupName: 'batch', RegionId, VpcId, Permissions: [aPermission(inVpc)] }),
  );
  for (const [at, InstanceId] of PROD.machines.entries()) {
    const said = { InstanceId, InstanceName: `batch-${at + 1}`, PrivateIpAddress: `10.1.0.${at + 101}` };
    const where = { RegionId, VpcId, VSwitchId: PROD.vSwitches.nodes, SecurityGroupIds: [SecurityGroupId] };
    place(world.ecs, anInstance({ ...said, ...where }));
  }
}
