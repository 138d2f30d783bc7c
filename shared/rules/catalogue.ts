import type { Rule } from '../model/rule.ts';
import { apiServerLoadBalancerReused } from './cluster/api-server-load-balancer-reused.ts';
import { apiServerForwardingChanged } from './cluster/api-server-forwarding-changed.ts';
import { apiServerLoadBalancerDeleted } from './cluster/api-server-load-balancer-deleted.ts';
import { nodeSecurityGroupChanged } from './cluster/node-security-group-changed.ts';
import { nodeReleased } from './cluster/node-released.ts';
import { masterSecurityGroupChanged } from './master/security-group-changed.ts';
import { masterReleased } from './master/released.ts';
import { masterMembershipChanged } from './master/membership-changed.ts';
import { nodePoolScalingGroupDeleted } from './node-pool/scaling-group-deleted.ts';
import { nodePoolInstanceReleased } from './node-pool/instance-released.ts';
import { nodePoolBoundsChanged } from './node-pool/bounds-changed.ts';
import { serviceLoadBalancerTagsChanged } from './network/service-load-balancer-tags-changed.ts';
import { serviceLoadBalancerChanged } from './network/service-load-balancer-changed.ts';
import { serviceLoadBalancerDeleted } from './network/service-load-balancer-deleted.ts';
import { podEniChanged } from './network/pod-eni-changed.ts';

/** Every rule, in the order of the vendor's page. */
export const catalogue: readonly Rule[] = [
  apiServerLoadBalancerReused,
  apiServerForwardingChanged,
  apiServerLoadBalancerDeleted,
  nodeSecurityGroupChanged,
  nodeReleased,
  masterSecurityGroupChanged,
  masterReleased,
  masterMembershipChanged,
  nodePoolScalingGroupDeleted,
  nodePoolInstanceReleased,
  nodePoolBoundsChanged,
  serviceLoadBalancerTagsChanged,
  serviceLoadBalancerChanged,
  serviceLoadBalancerDeleted,
  podEniChanged,
];
