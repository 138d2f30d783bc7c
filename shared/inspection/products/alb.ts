import type { Reader } from '../reader.ts';
import { albAcl } from '../readers/alb-acl.ts';
import { albListener } from '../readers/alb-listener.ts';
import { albListenerCertificates } from '../readers/alb-listener-certificates.ts';
import { albLoadBalancer } from '../readers/alb-load-balancer.ts';
import { albRule } from '../readers/alb-rule.ts';
import { albScript } from '../readers/alb-script.ts';
import { albSecurityPolicy } from '../readers/alb-security-policy.ts';
import { albServerGroup } from '../readers/alb-server-group.ts';
import { albLoadBalancerTags, albServerGroupTags } from '../readers/alb-tags.ts';

/** The readers of what belongs to Application Load Balancer. Of one kind, `configuration` stands first: others may depend on it. */
export const READERS: readonly Reader[] = [
  albLoadBalancer,
  albLoadBalancerTags,
  albListener,
  albListenerCertificates,
  albRule,
  albServerGroup,
  albServerGroupTags,
  albAcl,
  albScript,
  albSecurityPolicy,
];
