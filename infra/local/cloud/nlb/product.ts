import type { Product } from '../api.ts';
import { afterJobs } from '../load-balancers/jobs.ts';
import { flatTagOperations } from '../load-balancers/tags.ts';
import { kindIn } from '../tags.ts';
import { nlbListenerOperations } from './listeners.ts';
import { nlbChanges } from './load-balancer-changes.ts';
import { nlbOperations } from './load-balancers.ts';
import { resourceGroupOperations } from '../load-balancers/resource-groups.ts';
import { nlbSecurityPolicyOperations } from './security-policies.ts';
import { nlbServerGroupOperations } from './server-groups.ts';
import type { NlbState } from './state.ts';

/** Network Load Balancer over one state. */
export function nlbProduct(state: NlbState): Product {
  const kinds = [
    kindIn('loadbalancer', 'ACS::NLB::LoadBalancer', state.loadBalancers),
    kindIn('listener', 'ACS::NLB::Listener', state.listeners),
    kindIn('servergroup', 'ACS::NLB::ServerGroup', state.serverGroups),
  ];
  return {
    serviceName: 'Nlb',
    product: 'nlb',
    versions: ['2022-04-30'],
    style: 'RPC',
    callsPerSecond: 30,
    operations: afterJobs(state.jobs, {
      ...nlbOperations(state),
      ...nlbChanges(state),
      ...nlbListenerOperations(state),
      ...nlbServerGroupOperations(state),
      ...nlbSecurityPolicyOperations(state),
      ...resourceGroupOperations({
        'ACS::NLB::LoadBalancer': state.loadBalancers,
        'ACS::NLB::ServerGroup': state.serverGroups,
      }),
      ...flatTagOperations(kinds, 'UntagResources'),
    }),
  };
}
