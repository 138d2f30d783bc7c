import { securityPolicyReader } from '../security-policies.ts';

/** A TLS policy of Network Load Balancers. */
export const nlbSecurityPolicy = securityPolicyReader({
  product: 'nlb',
  kind: 'nlb.security-policy',
  list: 'ListSecurityPolicy',
  versions: ['TlsVersions', 'TlsVersion'],
});
