import { securityPolicyReader } from '../security-policies.ts';

/** A TLS policy of Application Load Balancers. */
export const albSecurityPolicy = securityPolicyReader({
  product: 'alb',
  kind: 'alb.security-policy',
  list: 'ListSecurityPolicies',
  versions: ['TLSVersions', 'TLSVersions'],
});
