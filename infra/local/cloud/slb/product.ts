import type { Product } from '../api.ts';
import type { EcsState } from '../ecs/state.ts';
import { accessControlListOperations } from './access-control-lists.ts';
import { backendOperations } from './backends.ts';
import { certificateOperations } from './certificates.ts';
import { domainExtensionOperations } from './domain-extensions.ts';
import { listenerOperations } from './listeners.ts';
import { loadBalancerChanges } from './load-balancer-changes.ts';
import { loadBalancerOperations } from './load-balancers.ts';
import { masterSlaveGroupOperations } from './master-slave-groups.ts';
import { ruleOperations } from './rules.ts';
import type { SlbState } from './state.ts';
import { tagOperationsOfSlb } from './tags.ts';
import { tlsCipherPolicyOperations } from './tls-cipher-policies.ts';
import { vServerGroupOperations } from './vserver-groups.ts';
import { whiteListOperations } from './white-lists.ts';

/** Classic Load Balancer over one state; backends are looked up in ECS. */
export function slbProduct(slb: SlbState, ecs: EcsState): Product {
  return {
    serviceName: 'Slb',
    product: 'slb',
    versions: ['2014-05-15'],
    style: 'RPC',
    callsPerSecond: 50,
    operations: {
      ...loadBalancerOperations(slb),
      ...loadBalancerChanges(slb),
      ...listenerOperations(slb),
      ...whiteListOperations(slb),
      ...backendOperations(slb, ecs),
      ...vServerGroupOperations(slb, ecs),
      ...masterSlaveGroupOperations(slb, ecs),
      ...ruleOperations(slb),
      ...accessControlListOperations(slb),
      ...domainExtensionOperations(slb),
      ...certificateOperations(slb),
      ...tlsCipherPolicyOperations(slb),
      ...tagOperationsOfSlb(slb),
    },
  };
}
