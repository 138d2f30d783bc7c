import type { AckCluster } from '../../cloud/cs/state.ts';
import type { Server } from '../../cloud/load-balancers/servers.ts';
import type { Zone } from '../../cloud/load-balancers/zones.ts';
import { anNlb, anNlbListener, anNlbServerGroup } from '../../cloud/nlb/defaults.ts';
import type { LoadBalancer } from '../../cloud/nlb/state.ts';
import type { World } from '../../cloud/world.ts';

/** One listener of a Network Load Balancer with the server group behind it. */
export interface NlbListenerSaid {
  readonly listenerId: string;
  readonly port: number;
  /** Name of the listener and of its group. */
  readonly name: string;
  readonly groupId: string;
  readonly servers: readonly Server[];
}

/** Puts a Network Load Balancer of a cluster's VPC into the account; listeners and groups carry its tags. */
export function addNlb(
  world: World,
  cluster: AckCluster,
  said: Partial<LoadBalancer> & Pick<LoadBalancer, 'LoadBalancerId'>,
  listeners: readonly NlbListenerSaid[],
): void {
  const at = { RegionId: cluster.region, VpcId: cluster.vpcId };
  const { LoadBalancerId, Tags = [] } = said;
  world.nlb.loadBalancers.set(LoadBalancerId, anNlb({ ...at, ...said }));
  for (const { listenerId, port, name, groupId, servers } of listeners) {
    world.nlb.serverGroups.set(
      groupId,
      anNlbServerGroup({ ...at, ServerGroupId: groupId, ServerGroupName: name, Servers: servers, Tags }),
    );
    world.nlb.listeners.set(
      listenerId,
      anNlbListener({
        ListenerId: listenerId,
        LoadBalancerId,
        ListenerPort: port,
        ListenerDescription: name,
        ServerGroupId: groupId,
        Tags,
      }),
    );
  }
}

/** Two zones of a cluster's region, with an address in each. */
export function zonesOf(cluster: AckCluster, network: string): readonly Zone[] {
  return ['h', 'i'].map((zone, at) => ({
    ZoneId: `${cluster.region}-${zone}`,
    VSwitchId: cluster.vswitchIds[at] ?? '',
    Status: 'Active',
    address: `${network}.${at + 2}`,
  }));
}
