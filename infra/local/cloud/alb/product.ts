import type { Product } from '../api.ts';
import { afterJobs } from '../load-balancers/jobs.ts';
import { resourceGroupOperations } from '../load-balancers/resource-groups.ts';
import { flatTagOperations } from '../load-balancers/tags.ts';
import { kindIn } from '../tags.ts';
import { albAclOperations } from './access-control-lists.ts';
import { albListenerOperations } from './listeners.ts';
import { albChanges } from './load-balancer-changes.ts';
import { albOperations } from './load-balancers.ts';
import { albRuleOperations } from './rules.ts';
import { albScriptOperations } from './scripts.ts';
import { albSecurityPolicyOperations } from './security-policies.ts';
import { albServerGroupOperations } from './server-groups.ts';
import type { AlbState } from './state.ts';

/** Application Load Balancer over one state. */
export function albProduct(state: AlbState): Product {
  const kinds = [
    kindIn('loadbalancer', 'ACS::ALB::LoadBalancer', state.loadBalancers),
    kindIn('listener', 'ACS::ALB::Listener', state.listeners),
    kindIn('servergroup', 'ACS::ALB::ServerGroup', state.serverGroups),
    kindIn('acl', 'ACS::ALB::Acl', state.acls),
    kindIn('rule', 'ACS::ALB::Rule', state.rules),
  ];
  return {
    serviceName: 'Alb',
    product: 'alb',
    versions: ['2020-06-16'],
    style: 'RPC',
    callsPerSecond: 30,
    operations: afterJobs(state.jobs, {
      ...albOperations(state),
      ...albChanges(state),
      ...albListenerOperations(state),
      ...albRuleOperations(state),
      ...albServerGroupOperations(state),
      ...albAclOperations(state),
      ...albScriptOperations(state),
      ...albSecurityPolicyOperations(state),
      ...resourceGroupOperations({
        'ACS::ALB::LoadBalancer': state.loadBalancers,
        'ACS::ALB::ServerGroup': state.serverGroups,
      }),
      ...flatTagOperations(kinds, 'UnTagResources'),
    }),
  };
}
