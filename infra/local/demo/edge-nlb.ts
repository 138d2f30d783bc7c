import { aPermission, aSecurityGroup } from '../cloud/ecs/firewall-defaults.ts';
import type { AckCluster } from '../cloud/cs/state.ts';
import { aServer } from '../cloud/load-balancers/servers.ts';
import type { World } from '../cloud/world.ts';
import { addCluster } from './build/cluster.ts';
import { idOf, numberedId } from './build/ids.ts';
import { addNetwork } from './build/network.ts';
import { addNlb, zonesOf } from './build/nlb.ts';
import { addNodePool } from './build/node-pool.ts';
import { addWorker } from './build/node.ts';
import { addPodInterface } from './build/pod-interfaces.ts';
import { addNodeSecurityGroup, nodeRules } from './build/security-group.ts';

const numbers = [1, 2, 3] as const;

/** Ids of the managed cluster `edge-nlb`: three nodes, and an API server behind a Network Load Balancer. */
export const EDGE = {
  clusterId: 'cd93f60b1a2e84c7f9b0d15e7a6c43f28',
  name: 'edge-nlb',
  vpc: idOf('vpc', 'edge'),
  workerRole: 'KubernetesWorkerRole-d93f60b1-a2e8-4c7f-9b0d-15e7a6c43f28',
  apiServer: {
    loadBalancer: idOf('nlb', 'edgeapi'),
    listener: `${idOf('lsn', 'edgeapi')}@6443`,
    group: idOf('sgp', 'edgeapi'),
    securityGroup: idOf('sg', 'edgeapi'),
  },
  securityGroup: idOf('sg', 'edgenodes'),
  rules: nodeRules('edge'),
  /** A second group of the pool, brought along by the customer. */
  ownSecurityGroup: idOf('sg', 'edgeown'),
  workers: { pool: 'np4c83a0e5d1f92b76', scalingGroup: idOf('asg', 'edgeworkers') },
  nodes: numbers.map((number) => numberedId('i', 'edgeworker', number)),
  podInterfaces: numbers.map((number) => numberedId('eni', 'edgepods', number)),
} as const;

/** Puts the cluster `edge-nlb` into the account. */
export function seedEdge(world: World): void {
  const cluster = addCluster(world, {
    id: EDGE.clusterId,
    name: EDGE.name,
    type: 'ManagedKubernetes',
    vpcId: EDGE.vpc,
    vswitchIds: [idOf('vsw', 'edgenodes'), idOf('vsw', 'edgepods')],
    securityGroupId: EDGE.securityGroup,
    workerRoleName: EDGE.workerRole,
    podCidr: '10.3.128.0/17',
    apiServer: [{ loadBalancerId: EDGE.apiServer.loadBalancer, endpoint: '10.3.0.2', endpointType: 'intranet' }],
  });
  addNetwork(world, cluster, '10.3.0.0/16');
  addNodeSecurityGroup(world, cluster, EDGE.rules, '10.3.0.0/16');
  world.ecs.securityGroups.set(
    EDGE.ownSecurityGroup,
    aSecurityGroup({
      SecurityGroupId: EDGE.ownSecurityGroup,
      SecurityGroupName: 'edge-monitoring',
      RegionId: world.region,
      VpcId: EDGE.vpc,
      SecurityGroupType: 'enterprise',
      Permissions: [
        aPermission({
          SecurityGroupRuleId: idOf('sgr', 'edgeown'),
          Direction: 'ingress',
          IpProtocol: 'TCP',
          PortRange: '9100/9100',
          SourceCidrIp: '10.3.0.0/16',
        }),
      ],
    }),
  );
  const pool = addNodePool(world, cluster, {
    id: EDGE.workers.pool,
    name: 'default-nodepool',
    scalingGroupId: EDGE.workers.scalingGroup,
    isDefault: true,
    securityGroupIds: [EDGE.securityGroup, EDGE.ownSecurityGroup],
  });
  for (const [at, instanceId] of EDGE.nodes.entries()) {
    addWorker(world, cluster, pool, instanceId, `10.3.0.${at + 11}`);
    const ip = `10.3.${129 + at}.250`;
    addPodInterface(world, cluster, { id: EDGE.podInterfaces[at] ?? '', instanceId, ip, podIps: [] });
  }
  seedApiServer(world, cluster);
}

/** The API server's load balancer forwards to interfaces of ACK's own account; a security group tells who may reach it. */
function seedApiServer(world: World, cluster: AckCluster): void {
  const { loadBalancer: LoadBalancerId, listener, group, securityGroup } = EDGE.apiServer;
  world.ecs.securityGroups.set(
    securityGroup,
    aSecurityGroup({
      SecurityGroupId: securityGroup,
      SecurityGroupName: 'edge-apiserver',
      RegionId: world.region,
      VpcId: EDGE.vpc,
      Permissions: [
        aPermission({
          SecurityGroupRuleId: idOf('sgr', 'edgeapi'),
          Direction: 'ingress',
          IpProtocol: 'TCP',
          PortRange: '6443/6443',
          SourceCidrIp: '10.0.0.0/8',
        }),
      ],
    }),
  );
  const servers = [1, 2].map((number) =>
    aServer({ ServerId: numberedId('eni', 'edgemaster', number), ServerIp: `10.3.0.${number + 3}`, Port: 6443 }),
  );
  addNlb(
    world,
    cluster,
    {
      LoadBalancerId,
      LoadBalancerName: `ManagedK8SNlbIntranet-${cluster.id}`,
      SecurityGroupIds: [securityGroup],
      ZoneMappings: zonesOf(cluster, '10.3.1'),
      DeletionProtection: { Enabled: true, Reason: 'It serves the API server of an ACK cluster.' },
      ModificationProtection: { Status: 'ConsoleProtection', Reason: 'It serves the API server of an ACK cluster.' },
    },
    [{ listenerId: listener, port: 6443, name: 'kube-apiserver', groupId: group, servers }],
  );
  cluster.resources.push({
    instanceId: LoadBalancerId,
    resourceType: 'NLB',
    creator: 'system',
    isCreatedByAck: true,
  });
}
