import { aListener, aLoadBalancer, aVServerGroup } from '../../cloud/slb/defaults.ts';
import { type Backend, type LoadBalancer, listenerKey, type Protocol } from '../../cloud/slb/state.ts';
import type { World } from '../../cloud/world.ts';

/** One listener with the server group behind it. */
export interface ListenerSaid {
  readonly port: number;
  readonly protocol?: Protocol;
  /** Name of the listener and of its group. */
  readonly name: string;
  readonly groupId: string;
  readonly backends: readonly Backend[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Puts a load balancer into the account, with listeners and their server groups. */
export function addLoadBalancer(
  world: World,
  said: Partial<LoadBalancer> & Pick<LoadBalancer, 'LoadBalancerId'>,
  listeners: readonly ListenerSaid[],
): void {
  const { LoadBalancerId } = said;
  world.slb.loadBalancers.set(LoadBalancerId, aLoadBalancer({ RegionId: world.region, ...said }));
  for (const { port, protocol = 'tcp', name, groupId, backends, attributes } of listeners) {
    world.slb.vServerGroups.set(
      groupId,
      aVServerGroup({ VServerGroupId: groupId, VServerGroupName: name, LoadBalancerId, BackendServers: backends }),
    );
    world.slb.listeners.set(
      listenerKey(LoadBalancerId, port, protocol),
      aListener({
        LoadBalancerId,
        ListenerPort: port,
        ListenerProtocol: protocol,
        Attributes: { Description: name, VServerGroupId: groupId, ...attributes },
      }),
    );
  }
}

/** Nodes as backends of one port. */
export function backendsOf(
  instanceIds: readonly string[],
  port: number,
  more: Pick<Backend, 'Description'> | object = {},
): readonly Backend[] {
  return instanceIds.map((ServerId) => ({ ServerId, Port: port, Weight: 100, Type: 'ecs', ...more }));
}
