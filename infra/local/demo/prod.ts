import type { AckCluster } from '../cloud/cs/state.ts';
import { aNetworkInterface } from '../cloud/ecs/defaults.ts';
import { anAccessControlList } from '../cloud/slb/defaults.ts';
import type { World } from '../cloud/world.ts';
import { addCluster } from './build/cluster.ts';
import { idOf, numberedId, tagsOf } from './build/ids.ts';
import { addLoadBalancer } from './build/load-balancer.ts';
import { addNodePool } from './build/node-pool.ts';
import { addWorker } from './build/node.ts';
import { addPodInterface } from './build/pod-interfaces.ts';
import { addNodeSecurityGroup, nodeRules } from './build/security-group.ts';
import { addService, addServiceRow, serviceListeners } from './build/service.ts';
import { addVolume } from './build/volumes.ts';

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const worker = (number: number): string => numberedId('i', 'prodworker', number);

/** Ids of the managed cluster `prod`: eight nodes in two pools, Terway, four load balancers, three volumes. */
export const PROD = {
  clusterId: 'c5e1a7d0f4b34c9d8a6f2b17e03c9d41a',
  name: 'prod',
  vpc: idOf('vpc', 'prod'),
  workerRole: 'KubernetesWorkerRole-5e1a7d0f-4b34-4c9d-8a6f-2b17e03c9d41',
  apiServer: { loadBalancer: idOf('lb', 'prodapi'), port: 6443, group: idOf('rsp', 'prodapi') },
  web: { loadBalancer: idOf('lb', 'prodweb'), port: 80, group: idOf('rsp', 'prodweb') },
  ingress: {
    loadBalancer: idOf('lb', 'prodingress'),
    ports: [80, 443],
    groups: [idOf('rsp', 'prodingress80'), idOf('rsp', 'prodingress443')],
    acl: idOf('acl', 'prodingress'),
  },
  /** A load balancer of the customer's: port 9000 is a Service's, 8443 and its group are the customer's own. */
  shared: {
    loadBalancer: idOf('lb', 'payments'),
    ownPort: 8443,
    ownGroup: idOf('rsp', 'paymentsown'),
    servicePort: 9000,
    serviceGroup: idOf('rsp', 'paymentssvc'),
  },
  securityGroup: idOf('sg', 'prodnodes'),
  rules: nodeRules('prod'),
  general: { pool: 'np5f0c1d8e7a6b4932', scalingGroup: idOf('asg', 'prodgeneral'), nodes: numbers(1, 3).map(worker) },
  elastic: {
    pool: 'np9d27e4b1c8f03a65',
    scalingGroup: idOf('asg', 'prodelastic'),
    nodes: numbers(4, 8).map(worker),
    min: 2,
    max: 10,
  },
  nodes: numbers(1, 8).map(worker),
  podInterfaces: numbers(1, 8).map((number) => numberedId('eni', 'prodpods', number)),
  volumes: numbers(1, 3).map((number) => numberedId('d', 'prodvolume', number)),
} as const;

const POD_CIDR = '10.1.128.0/17';

/** Puts the cluster `prod` into the account. */
export function seedProd(world: World): void {
  const cluster = addCluster(world, {
    id: PROD.clusterId,
    name: PROD.name,
    type: 'ManagedKubernetes',
    vpcId: PROD.vpc,
    vswitchIds: [idOf('vsw', 'prodnodes'), idOf('vsw', 'prodpods')],
    securityGroupId: PROD.securityGroup,
    workerRoleName: PROD.workerRole,
    podCidr: POD_CIDR,
    apiServer: [{ loadBalancerId: PROD.apiServer.loadBalancer, endpoint: '10.1.0.2', endpointType: 'intranet' }],
  });
  addNodeSecurityGroup(world, cluster, PROD.rules, '10.1.0.0/16');
  seedNodes(world, cluster);
  seedApiServer(world, cluster);
  seedServices(world, cluster);
  seedSharedLoadBalancer(world, cluster);
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

/** A managed API server: its load balancer points at interfaces of ACK's own account and carries no tag of ACK. */
function seedApiServer(world: World, cluster: AckCluster): void {
  const { loadBalancer, port, group } = PROD.apiServer;
  const interfaces = [1, 2].map((number) => numberedId('eni', 'prodmaster', number));
  for (const [at, id] of interfaces.entries()) {
    world.ecs.networkInterfaces.set(
      id,
      aNetworkInterface({
        NetworkInterfaceId: id,
        NetworkInterfaceName: `k8s-eni-177241${at}`,
        RegionId: cluster.region,
        VpcId: cluster.vpcId,
        VSwitchId: cluster.vswitchIds[0] ?? '',
        PrivateIpAddress: `10.1.0.${at + 4}`,
        SecurityGroupIds: [cluster.securityGroupId],
        ServiceManaged: true,
        Status: 'InUse',
      }),
    );
  }
  addLoadBalancer(
    world,
    {
      LoadBalancerId: loadBalancer,
      LoadBalancerName: `ManagedK8SSlbIntranet-${cluster.id}`,
      Address: '10.1.0.2',
      VpcId: cluster.vpcId,
      VSwitchId: cluster.vswitchIds[0] ?? '',
      DeleteProtection: 'on',
      ModificationProtectionStatus: 'ConsoleProtection',
      ModificationProtectionReason: 'This load balancer serves the API server of an ACK cluster.',
      Tags: tagsOf({ 'cost-center': 'platform' }),
    },
    [
      {
        port,
        name: 'kube-apiserver',
        groupId: group,
        backends: interfaces.map((ServerId) => ({ ServerId, Port: port, Weight: 100, Type: 'eni' })),
      },
    ],
  );
  cluster.resources.push(
    { instanceId: loadBalancer, resourceType: 'SLB', creator: 'system', isCreatedByAck: true, name: 'apiserver' },
    { instanceId: cluster.vpcId, resourceType: 'VPC', creator: 'user', isCreatedByAck: false },
    { instanceId: cluster.securityGroupId, resourceType: 'SecurityGroup', creator: 'system', isCreatedByAck: true },
  );
}

function seedServices(world: World, cluster: AckCluster): void {
  const { web, ingress } = PROD;
  addService(world, cluster, {
    name: 'web',
    namespace: 'shop',
    loadBalancerId: web.loadBalancer,
    uid: '7c1d0a52-9b34-4e6f-8a17-5d20c3e9f481',
    ports: [{ port: web.port, nodePort: 31080, groupId: web.group }],
  });
  world.slb.acls.set(
    ingress.acl,
    anAccessControlList({
      AclId: ingress.acl,
      AclName: 'offices',
      RegionId: world.region,
      AclEntrys: [{ AclEntryIP: '198.51.100.0/24', AclEntryComment: 'office' }],
    }),
  );
  addService(world, cluster, {
    name: 'nginx-ingress-lb',
    namespace: 'kube-system',
    loadBalancerId: ingress.loadBalancer,
    uid: '2ab9e4c7-61f0-4d83-b5ce-907f1e6a3d25',
    isPublic: true,
    ports: ingress.ports.map((port, at) => ({
      port,
      nodePort: 30_000 + port,
      groupId: ingress.groups[at] ?? '',
      attributes: { AclId: ingress.acl, AclType: 'white', AclStatus: 'on' },
    })),
  });
}

function seedSharedLoadBalancer(world: World, cluster: AckCluster): void {
  const { loadBalancer, ownPort, ownGroup, servicePort, serviceGroup } = PROD.shared;
  const service = { name: 'payments-api', namespace: 'payments' };
  const own = { port: ownPort, name: 'payments gateway', groupId: ownGroup, backends: [] };
  addLoadBalancer(
    world,
    {
      LoadBalancerId: loadBalancer,
      LoadBalancerName: 'payments-gateway',
      VpcId: cluster.vpcId,
      VSwitchId: cluster.vswitchIds[0] ?? '',
      Tags: tagsOf({ 'kubernetes.reused.by.user': 'true', team: 'payments' }),
    },
    [
      own,
      ...serviceListeners(cluster, {
        ...service,
        ports: [{ port: servicePort, nodePort: 32_000, groupId: serviceGroup }],
      }),
    ],
  );
  addServiceRow(cluster, loadBalancer, service, false);
}
