import type { AckCluster } from '../cloud/cs/state.ts';
import { aNetworkInterface } from '../cloud/ecs/defaults.ts';
import { anAccessControlList } from '../cloud/slb/defaults.ts';
import type { World } from '../cloud/world.ts';
import { numberedId, tagsOf } from './build/ids.ts';
import { addLoadBalancer } from './build/load-balancer.ts';
import { addService, addServiceRow, serviceListeners } from './build/service.ts';
import { PROD } from './prod-ids.ts';

/** The load balancers of `prod`: the API server's, two of Services, one borrowed from the customer. */
export function seedProdLoadBalancers(world: World, cluster: AckCluster): void {
  seedApiServer(world, cluster);
  seedServices(world, cluster);
  seedSharedLoadBalancer(world, cluster);
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
