import type { Reader } from '../reader.ts';
import { nlbListener } from '../readers/nlb-listener.ts';
import { nlbListenerCertificates } from '../readers/nlb-listener-certificates.ts';
import { nlbLoadBalancer } from '../readers/nlb-load-balancer.ts';
import { nlbSecurityPolicy } from '../readers/nlb-security-policy.ts';
import { nlbServerGroup } from '../readers/nlb-server-group.ts';
import { nlbLoadBalancerTags, nlbServerGroupTags } from '../readers/nlb-tags.ts';

/** The readers of what belongs to Network Load Balancer. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  nlbLoadBalancer,
  nlbLoadBalancerTags,
  nlbListener,
  nlbListenerCertificates,
  nlbServerGroup,
  nlbServerGroupTags,
  nlbSecurityPolicy,
];
