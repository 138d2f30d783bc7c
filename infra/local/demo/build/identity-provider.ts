import type { World } from '../../cloud/world.ts';

/** The identity provider that ACK makes when RRSA is switched on. */
export function addIdentityProvider({ ims, region }: World, clusterId: string): void {
  const OIDCProviderName = `ack-rrsa-${clusterId}`;
  ims.oidcProviders.set(OIDCProviderName, {
    OIDCProviderName,
    IssuerUrl: `https://oidc-ack-${region}.oss-${region}.aliyuncs.com/${clusterId}`,
    ClientIds: ['sts.aliyuncs.com'],
    Fingerprints: ['902ef2deeb3c5b13ea4c3d5193629309e231ae55'],
    IssuanceLimitTime: 12,
    Description: 'made by ACK',
    CreateDate: '2026-03-02T02:10:00Z',
  });
}
