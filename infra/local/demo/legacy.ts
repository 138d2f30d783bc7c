import type { World } from '../cloud/world.ts';
import { addCluster } from './build/cluster.ts';
import { idOf, numberedId, tagsOf } from './build/ids.ts';
import { addLoadBalancer, backendsOf } from './build/load-balancer.ts';
import { addNetwork, addPodRoutes } from './build/network.ts';
import { addNodePool } from './build/node-pool.ts';
import { addMaster, addWorker } from './build/node.ts';
import { addNodeSecurityGroup, nodeRules } from './build/security-group.ts';
import { addService } from './build/service.ts';
import type { AckCluster } from '../cloud/cs/state.ts';

const CLUSTER_ID = 'c8b40f2ce91d74a35b6e0d98f7123ac54';
const GUID = '8b40f2ce-91d7-4a35-b6e0-d98f7123ac54';

/** Ids of the dedicated cluster `legacy`: three masters, two workers, two load balancers of the API server. */
export const LEGACY = {
  clusterId: CLUSTER_ID,
  name: 'legacy',
  vpc: idOf('vpc', 'legacy'),
  routeTable: idOf('vtb', 'legacy'),
  podRoutes: [1, 2].map((number) => ({
    id: numberedId('rte', 'legacypods', number),
    podCidr: `172.20.${number}.0/24`,
  })),
  stack: `k8s-for-cs-${CLUSTER_ID}`,
  workerRole: `KubernetesWorkerRole-${GUID}`,
  masterRole: `KubernetesMasterRole-${GUID}`,
  apiServer: {
    intranet: { loadBalancer: idOf('lb', 'legacyapi'), group: idOf('rsp', 'legacyapi') },
    internet: { loadBalancer: idOf('lb', 'legacyapipub'), group: idOf('rsp', 'legacyapipub') },
    port: 6443,
  },
  mail: { loadBalancer: idOf('lb', 'legacymail'), port: 25, group: idOf('rsp', 'legacymail') },
  securityGroup: idOf('sg', 'legacynodes'),
  rules: nodeRules('legacy'),
  workers: { pool: 'np1b6e9f30d2c74a58', scalingGroup: idOf('asg', 'legacyworkers') },
  masters: [1, 2, 3].map((number) => numberedId('i', 'legacymaster', number)),
  nodes: [1, 2].map((number) => numberedId('i', 'legacyworker', number)),
} as const;

/** Puts the cluster `legacy` into the account. Its details do not name its load balancers; its resources do. */
export function seedLegacy(world: World): void {
  const cluster = addCluster(world, {
    id: LEGACY.clusterId,
    name: LEGACY.name,
    type: 'Kubernetes',
    version: '1.22.15-aliyun.1',
    vpcId: LEGACY.vpc,
    vswitchIds: [idOf('vsw', 'legacy')],
    securityGroupId: LEGACY.securityGroup,
    workerRoleName: LEGACY.workerRole,
    podCidr: '172.20.0.0/16',
    stackId: GUID,
  });
  addNetwork(world, cluster, '10.2.0.0/16');
  addPodRoutes(
    world,
    cluster,
    LEGACY.podRoutes.map((route, at) => ({ ...route, instanceId: LEGACY.nodes[at] ?? '' })),
  );
  addNodeSecurityGroup(world, cluster, LEGACY.rules, '10.2.0.0/16');
  for (const [at, instanceId] of LEGACY.masters.entries()) {
    addMaster(world, cluster, { instanceId, ip: `10.2.0.${at + 5}`, number: at + 1, roleName: LEGACY.masterRole });
  }
  const { pool: id, scalingGroup: scalingGroupId } = LEGACY.workers;
  const pool = addNodePool(world, cluster, { id, name: 'default-nodepool', scalingGroupId, isDefault: true });
  LEGACY.nodes.forEach((instanceId, at) => addWorker(world, cluster, pool, instanceId, `10.2.0.${at + 11}`));
  seedApiServer(world, cluster);
  addService(world, cluster, {
    name: 'mail',
    namespace: 'default',
    loadBalancerId: LEGACY.mail.loadBalancer,
    uid: 'd03f5b91-2c7e-4a68-9e14-b6087a51fc3d',
    ports: [{ port: LEGACY.mail.port, nodePort: 30025, groupId: LEGACY.mail.group }],
    isUntagged: true,
  });
}

/** Built from a template: tagged like a Service's load balancer, but with the stack's name. */
function seedApiServer(world: World, cluster: AckCluster): void {
  const { intranet, internet, port } = LEGACY.apiServer;
  const tags = tagsOf({ 'kubernetes.do.not.delete': LEGACY.stack });
  const backends = backendsOf(LEGACY.masters, port);
  const addresses = [
    { ...intranet, logicalId: 'k8s_master_slb', name: 'K8sMasterSlbIntranet', type: 'intranet', ip: '10.2.0.2' },
    {
      ...internet,
      logicalId: 'k8s_master_slb_internet',
      name: 'K8sMasterSlbInternet',
      type: 'internet',
      ip: '203.0.113.64',
    },
  ] as const;
  for (const { loadBalancer, group, logicalId, name, type, ip } of addresses) {
    const inside = type === 'intranet' ? { VpcId: cluster.vpcId, VSwitchId: cluster.vswitchIds[0] ?? '' } : {};
    addLoadBalancer(
      world,
      { LoadBalancerId: loadBalancer, LoadBalancerName: name, Address: ip, AddressType: type, ...inside, Tags: tags },
      [{ port, name: 'apiserver', groupId: group, backends }],
    );
    cluster.resources.push({
      instanceId: loadBalancer,
      resourceType: 'ALIYUN::SLB::LoadBalancer',
      creator: 'system',
      isCreatedByAck: true,
      logicalId,
    });
  }
}
