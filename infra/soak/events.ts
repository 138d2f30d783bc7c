import { recordUnplayed, type UnplayedCall } from '../local/cloud/actiontrail/unplayed.ts';
import type { DemoAccount } from '../local/demo/account.ts';

const SLB = { serviceName: 'Slb', version: '2014-05-15' };
const ECS = { serviceName: 'Ecs', version: '2014-05-26' };

/**
 * The events of a storm over the three clusters, as ActionTrail records them: nodes released by many people, listeners of
 * API servers stopped again and again. Nothing happens to the account, so that it never runs out of nodes.
 */
export function stormOf({ world, prod, legacy, edge }: DemoAccount): (index: number) => string {
  const people = Array.from({ length: 12 }, (_, index) => world.actors.user(`soak-${index}`));
  const nodes = [...prod.nodes, ...legacy.nodes, ...legacy.masters, ...edge.nodes];
  const listeners = [
    { LoadBalancerId: prod.apiServer.loadBalancer, ListenerPort: prod.apiServer.port },
    { LoadBalancerId: legacy.apiServer.intranet.loadBalancer, ListenerPort: legacy.apiServer.port },
  ];
  return (index) => {
    const key = people[index % people.length];
    if (key === undefined) throw new Error('Expected somebody to act');
    const call: UnplayedCall =
      index % 4 === 0
        ? { ...SLB, action: 'StopLoadBalancerListener', params: listeners[(index / 4) % 2] ?? {} }
        : { ...ECS, action: 'DeleteInstance', params: { InstanceId: nodes[index % nodes.length] ?? '', Force: true } };
    return recordUnplayed(world, key, call).eventId;
  };
}
