import type { DemoAccount } from '../../demo/account.ts';
import { alert, type Play } from './play-of.ts';

/** Classic Load Balancers, beyond the usual scenario: played with `--all`. */
export function classicLoadBalancerPlays({ prod, legacy }: DemoAccount): readonly Play[] {
  const { loadBalancer } = legacy.mail;
  return [
    {
      title: "A web site put onto the load balancer of prod's API server",
      as: 'deployer',
      call: {
        product: 'slb',
        action: 'CreateLoadBalancerHTTPListener',
        params: {
          LoadBalancerId: prod.apiServer.loadBalancer,
          ListenerPort: 80,
          BackendServerPort: 30_080,
          Bandwidth: -1,
          StickySession: 'off',
          HealthCheck: 'off',
        },
      },
      expected: alert('R01'),
    },
    {
      title: 'The guard of a Service against deletion taken off its load balancer: an early sign',
      as: 'deployer',
      call: {
        product: 'slb',
        action: 'SetLoadBalancerDeleteProtection',
        params: { LoadBalancerId: loadBalancer, DeleteProtection: 'off' },
      },
      expected: alert('R40', 'R42'),
    },
    {
      title: 'The load balancer of that Service deleted by somebody else',
      as: 'alice',
      call: { product: 'slb', action: 'DeleteLoadBalancer', params: { LoadBalancerId: loadBalancer } },
      expected: alert('R42'),
    },
  ];
}
