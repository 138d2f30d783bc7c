import { anAlb, anAlbAcl, anAlbListener, anAlbRule, anAlbServerGroup } from '../cloud/alb/defaults.ts';
import type { AckCluster } from '../cloud/cs/state.ts';
import { aServer, type Server } from '../cloud/load-balancers/servers.ts';
import { anEip } from '../cloud/vpc/eip-state.ts';
import type { World } from '../cloud/world.ts';
import { tagsOf } from './build/ids.ts';
import { addNlb, zonesOf } from './build/nlb.ts';
import { addServiceRow } from './build/service.ts';
import { PROD } from './prod-ids.ts';

/** What `prod` has besides Classic Load Balancers: a Service and an Ingress of the newer kinds, public addresses. */
export function seedProdV2LoadBalancers(world: World, cluster: AckCluster): void {
  seedService(world, cluster);
  seedBorrowed(world, cluster);
  seedIngress(world, cluster);
  seedAddresses(world);
}

function seedService(world: World, cluster: AckCluster): void {
  const { loadBalancer, listener, port, group } = PROD.grpc;
  const service = { name: 'grpc', namespace: 'shop' };
  const LoadBalancerName = 'a41c7e05d92b84f6f8a3d1b7e0c965f2a';
  addNlb(
    world,
    cluster,
    {
      LoadBalancerId: loadBalancer,
      LoadBalancerName,
      ZoneMappings: zonesOf(cluster, '10.1.1'),
      DeletionProtection: { Enabled: true, Reason: 'managed.by.ack' },
      ModificationProtection: { Status: 'ConsoleProtection', Reason: 'managed.by.ack' },
      Tags: tagsOf({ 'kubernetes.do.not.delete': LoadBalancerName, 'ack.aliyun.com': cluster.id }),
    },
    [{ listenerId: listener, port, groupId: group, name: nameOf(cluster, port, service), servers: nodes(31_051) }],
  );
  addServiceRow(cluster, loadBalancer, service, true);
}

/** The customer's own: port 8443 is theirs, 9443 a Service's. */
function seedBorrowed(world: World, cluster: AckCluster): void {
  const { loadBalancer, ownListener, ownGroup, serviceListener, serviceGroup } = PROD.borrowed;
  const service = { name: 'ledger', namespace: 'payments' };
  const servers = nodes(31_443);
  addNlb(
    world,
    cluster,
    {
      LoadBalancerId: loadBalancer,
      LoadBalancerName: 'ledger-gateway',
      ZoneMappings: zonesOf(cluster, '10.1.3'),
      Tags: tagsOf({ 'kubernetes.reused.by.user': 'true', team: 'payments' }),
    },
    [
      { listenerId: ownListener, port: 8443, groupId: ownGroup, name: 'ledger gateway', servers: [] },
      { listenerId: serviceListener, port: 9443, groupId: serviceGroup, name: nameOf(cluster, 9443, service), servers },
    ],
  );
  addServiceRow(cluster, loadBalancer, service, false);
}

function seedIngress(world: World, cluster: AckCluster): void {
  const { loadBalancer, listener, rule, defaultGroup, shopGroup, acl } = PROD.albIngress;
  const at = { RegionId: cluster.region, VpcId: cluster.vpcId };
  const Tags = tagsOf({
    'ack.aliyun.com': cluster.id,
    'ingress.k8s.alibaba/resource': 'ApplicationLoadBalancer',
    'ingress.k8s.alibaba/albconfig': 'kube-system/alb',
  });
  const { loadBalancers, serverGroups, listeners, rules, acls } = world.alb;
  loadBalancers.set(
    loadBalancer,
    anAlb({
      ...at,
      LoadBalancerId: loadBalancer,
      LoadBalancerName: 'k8s-kubesystem-alb-3f9c2d70a1',
      ZoneMappings: zonesOf(cluster, '10.1.2'),
      IsDeletionProtected: true,
      ModificationProtection: { Status: 'ConsoleProtection', Reason: 'managed.by.ack' },
      Tags,
    }),
  );
  const groups = [
    [defaultGroup, 'kube-system-fake-svc-80', []],
    [shopGroup, 'shop-web-80', nodes(31_080)],
  ] as const;
  for (const [ServerGroupId, ServerGroupName, Servers] of groups) {
    serverGroups.set(ServerGroupId, anAlbServerGroup({ ...at, ServerGroupId, ServerGroupName, Servers, Tags }));
  }
  const AclEntries = [{ Entry: '198.51.100.0/24', Description: 'office' }];
  acls.set(acl, anAlbAcl({ RegionId: cluster.region, AclId: acl, AclName: 'offices', AclEntries }));
  listeners.set(
    listener,
    anAlbListener({
      ListenerId: listener,
      LoadBalancerId: loadBalancer,
      ListenerPort: 80,
      ListenerDescription: 'ingress-auto-listener-80',
      DefaultActions: [forwardTo(defaultGroup)],
      AclType: 'White',
      AclIds: [acl],
      Tags,
    }),
  );
  rules.set(
    rule,
    anAlbRule({
      RuleId: rule,
      RuleName: 'rule-80-1',
      ListenerId: listener,
      RuleConditions: [{ Type: 'Host', HostConfig: { Values: ['shop.example.com'] } }],
      RuleActions: [{ ...forwardTo(shopGroup), Order: 1 }],
      Tags,
    }),
  );
  cluster.resources.push({
    instanceId: loadBalancer,
    resourceType: 'ALB',
    creator: 'addon',
    isCreatedByAck: true,
    object: { kind: 'AlbConfig', namespace: 'kube-system', name: 'alb' },
  });
}

/** The API server is reached from outside through an address of its own, and so is one node. */
function seedAddresses(world: World): void {
  const { apiServer, node } = PROD.addresses;
  const bound = [
    {
      AllocationId: apiServer,
      IpAddress: '203.0.113.66',
      to: PROD.apiServer.loadBalancer,
      InstanceType: 'SlbInstance',
    },
    { AllocationId: node, IpAddress: '203.0.113.67', to: PROD.nodes[5] ?? '', InstanceType: 'EcsInstance' },
  ] as const;
  for (const { to: InstanceId, ...said } of bound) {
    world.eip.addresses.set(said.AllocationId, anEip({ ...said, InstanceId, RegionId: world.region }));
  }
}

function forwardTo(ServerGroupId: string) {
  return { Type: 'ForwardGroup', ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId }] } };
}

function nodes(port: number): readonly Server[] {
  return PROD.nodes.slice(0, 3).map((ServerId) => aServer({ ServerId, Port: port }));
}

function nameOf(cluster: AckCluster, port: number, { name, namespace }: { name: string; namespace: string }): string {
  return `k8s.${port}.TCP.${name}.${namespace}.${cluster.id}`;
}
