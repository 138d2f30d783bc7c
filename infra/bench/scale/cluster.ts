import { createHash } from 'node:crypto';
import type { AckCluster } from '../../local/cloud/cs/state.ts';
import { anEip } from '../../local/cloud/vpc/eip-state.ts';
import type { World } from '../../local/cloud/world.ts';
import { addCluster } from '../../local/demo/build/cluster.ts';
import { idOf, numberedId } from '../../local/demo/build/ids.ts';
import { addLoadBalancer, backendsOf } from '../../local/demo/build/load-balancer.ts';
import { addNetwork } from '../../local/demo/build/network.ts';
import { addNodePool } from '../../local/demo/build/node-pool.ts';
import { addWorker } from '../../local/demo/build/node.ts';
import { addPodInterface } from '../../local/demo/build/pod-interfaces.ts';
import { addNodeSecurityGroup, nodeRules } from '../../local/demo/build/security-group.ts';
import { addService } from '../../local/demo/build/service.ts';
import { addVolume } from '../../local/demo/build/volumes.ts';
import { addInstanceRole } from '../../local/demo/roles.ts';

const NODES = [1, 2, 3];

/** Ids of the cluster with this number. */
export function idsOf(number: number) {
  const short = shortOf(number);
  const hex = createHash('sha256').update(short).digest('hex');
  return {
    cluster: `c${hex.slice(0, 32)}`,
    pool: `np${hex.slice(0, 16)}`,
    workerRole: `KubernetesWorkerRole-${hex.slice(0, 32)}`,
    vpc: idOf('vpc', short),
    vSwitches: [idOf('vsw', `${short}nodes`), idOf('vsw', `${short}pods`)],
    securityGroup: idOf('sg', short),
    scalingGroup: idOf('asg', short),
    apiServer: { loadBalancer: idOf('lb', `${short}api`), port: 6443, group: idOf('rsp', `${short}api`) },
    web: { loadBalancer: idOf('lb', `${short}web`), port: 80, group: idOf('rsp', `${short}web`) },
    nodes: NODES.map((node) => numberedId('i', `${short}worker`, node)),
    podInterfaces: NODES.map((node) => numberedId('eni', `${short}pods`, node)),
    volume: idOf('d', short),
    address: idOf('eip', short),
  } as const;
}

/** As long for every number: ids are filled up with noughts. */
function shortOf(number: number): string {
  return `n${String(number).padStart(4, '0')}`;
}

/** Ids of one of the clusters. */
export type ClusterIds = ReturnType<typeof idsOf>;

/** Puts a small managed cluster into the account: three nodes, Terway, a Service, a volume, an API server with an address. */
export function seedCluster(world: World, number: number): ClusterIds {
  const ids = idsOf(number);
  const cluster = addCluster(world, {
    id: ids.cluster,
    name: `cluster-${number}`,
    type: 'ManagedKubernetes',
    vpcId: ids.vpc,
    vswitchIds: ids.vSwitches,
    securityGroupId: ids.securityGroup,
    workerRoleName: ids.workerRole,
    podCidr: '172.16.0.0/16',
    apiServer: [{ loadBalancerId: ids.apiServer.loadBalancer, endpoint: '10.0.0.2', endpointType: 'intranet' }],
  });
  addInstanceRole(world, ids.workerRole);
  addNetwork(world, cluster, '10.0.0.0/16');
  addNodeSecurityGroup(world, cluster, nodeRules(shortOf(number)), '10.0.0.0/16');
  const pool = addNodePool(world, cluster, {
    id: ids.pool,
    name: 'default-nodepool',
    scalingGroupId: ids.scalingGroup,
    isDefault: true,
    bounds: { min: 1, max: 900 },
  });
  for (const [at, instanceId] of ids.nodes.entries()) {
    addWorker(world, cluster, pool, instanceId, `10.0.0.${at + 11}`);
    const id = ids.podInterfaces[at] ?? '';
    addPodInterface(world, cluster, { id, instanceId, ip: `10.0.128.${at + 1}`, podIps: [] });
  }
  addVolume(world, cluster, ids.volume, ids.nodes[0]);
  seedLoadBalancers(world, cluster, ids);
  return ids;
}

function seedLoadBalancers(world: World, cluster: AckCluster, { apiServer, web, nodes, address }: ClusterIds): void {
  const { loadBalancer: LoadBalancerId, port, group: groupId } = apiServer;
  const listener = { port, name: 'kube-apiserver', groupId, backends: backendsOf(nodes.slice(0, 1), port) };
  const LoadBalancerName = `ManagedK8SSlbIntranet-${cluster.id}`;
  addLoadBalancer(world, { LoadBalancerId, LoadBalancerName, VpcId: cluster.vpcId }, [listener]);
  cluster.resources.push({
    instanceId: LoadBalancerId,
    resourceType: 'SLB',
    creator: 'system',
    isCreatedByAck: true,
    name: 'apiserver',
  });
  addService(world, cluster, {
    name: 'web',
    namespace: 'shop',
    loadBalancerId: web.loadBalancer,
    uid: cluster.id,
    ports: [{ port: web.port, nodePort: 31_080, groupId: web.group }],
  });
  const bound = { InstanceId: LoadBalancerId, InstanceType: 'SlbInstance', RegionId: world.region } as const;
  world.eip.addresses.set(address, anEip({ ...bound, AllocationId: address, IpAddress: '203.0.113.66' }));
}
