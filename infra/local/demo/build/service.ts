import type { AckCluster } from '../../cloud/cs/state.ts';
import type { World } from '../../cloud/world.ts';
import { addLoadBalancer, backendsOf, type ListenerSaid } from './load-balancer.ts';
import { tagsOf } from './ids.ts';

/** A Service of type LoadBalancer. */
export interface ServiceSaid {
  readonly name: string;
  readonly namespace: string;
  readonly loadBalancerId: string;
  readonly uid: string;
  readonly ports: readonly {
    readonly port: number;
    readonly nodePort: number;
    readonly groupId: string;
    readonly attributes?: Readonly<Record<string, string | number>>;
  }[];
  readonly isPublic?: boolean;
  /** Old cloud controllers did not write the cluster's id. */
  readonly isUntagged?: boolean;
}

/** Puts the load balancer that the cloud controller manager makes for a Service into the account. */
export function addService(world: World, cluster: AckCluster, said: ServiceSaid): void {
  const { name, namespace, loadBalancerId, uid } = said;
  const LoadBalancerName = `a${uid.replaceAll('-', '')}`.slice(0, 32);
  addLoadBalancer(
    world,
    {
      LoadBalancerId: loadBalancerId,
      LoadBalancerName,
      ...(said.isPublic === true
        ? { AddressType: 'internet', Address: '203.0.113.80' }
        : { VpcId: cluster.vpcId, VSwitchId: cluster.vswitchIds[0] ?? '' }),
      DeleteProtection: 'on',
      ModificationProtectionStatus: 'ConsoleProtection',
      ModificationProtectionReason: 'managed.by.ack',
      Tags: tagsOf({
        'kubernetes.do.not.delete': LoadBalancerName,
        ...(said.isUntagged === true ? {} : { 'ack.aliyun.com': cluster.id }),
      }),
    },
    serviceListeners(cluster, said),
  );
  addServiceRow(cluster, loadBalancerId, { namespace, name }, true);
}

/** Listeners and groups as the cloud controller manager names them: `k8s/<port>/<service>/<namespace>/<cluster>`. */
export function serviceListeners(
  cluster: AckCluster,
  { name, namespace, ports }: Pick<ServiceSaid, 'name' | 'namespace' | 'ports'>,
): readonly ListenerSaid[] {
  const workers = [...cluster.nodes.values()].filter((node) => node.role === 'Worker').map((node) => node.instanceId);
  return ports.map(({ port, nodePort, groupId, attributes }) => {
    const key = `k8s/${port}/${name}/${namespace}/${cluster.id}`;
    const backends = backendsOf(workers, nodePort, { Description: key });
    return { port, name: key, groupId, backends, ...(attributes === undefined ? {} : { attributes }) };
  });
}

/** The row by which Container Service ties a load balancer to a Service. */
export function addServiceRow(
  cluster: AckCluster,
  instanceId: string,
  service: { readonly namespace: string; readonly name: string },
  isCreatedByAck: boolean,
): void {
  cluster.resources.push({
    instanceId,
    resourceType: instanceId.startsWith('nlb-') ? 'NLB' : 'SLB',
    creator: 'addon',
    isCreatedByAck,
    object: { kind: 'Service', ...service },
  });
}
