import { describe, expect, it } from 'vitest';
import { slbCollector } from '../../shared/inventory/slb.ts';
import type { Cluster, OwnedResource } from '../../shared/model/resource.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const CLUSTER: Cluster = { ...AT, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [] };
const BALANCER: OwnedResource = {
  ...AT,
  kind: 'slb.load-balancer',
  id: 'lb-1',
  clusterId: 'c1',
  role: 'service-load-balancer',
  facts: {},
  via: 'cs',
};

describe('what an HTTPS listener leans on', () => {
  it('is its own TLS policy and every certificate, that of a further domain too', async () => {
    const found = await ownedWith({ ServerCertificateId: 'cert-1', CACertificateId: 'ca-1', TLSCipherPolicy: 'tls-1' });

    expect(found).toEqual([
      'slb.certificate ca-1',
      'slb.certificate cert-1',
      'slb.certificate cert-2',
      'slb.tls-policy tls-1',
    ]);
  });

  it("is none of the cloud's own TLS policies, which nobody can change", async () => {
    const found = await ownedWith({ ServerCertificateId: 'cert-1', TLSCipherPolicy: 'tls_cipher_policy_1_2' });

    expect(found).toEqual(['slb.certificate cert-1', 'slb.certificate cert-2']);
  });
});

async function ownedWith(HTTPSListenerConfig: Record<string, string>): Promise<readonly string[]> {
  const answers: Record<string, unknown> = {
    DescribeLoadBalancerListeners: {
      Listeners: [{ LoadBalancerId: 'lb-1', ListenerPort: 443, ListenerProtocol: 'https', HTTPSListenerConfig }],
    },
    DescribeDomainExtensions: {
      DomainExtensions: { DomainExtension: [{ DomainExtensionId: 'de-1', ServerCertificateId: 'cert-2' }] },
    },
    DescribeRules: { Rules: { Rule: [] } },
  };
  const cloud = { call: ({ action }: { action: string }) => Promise.resolve(answers[action] ?? {}) };
  const { resources, problems } = await slbCollector.collect(cloud, CLUSTER, Date.now() + 1_000, [BALANCER]);
  expect(problems ?? []).toEqual([]);
  return resources
    .filter(({ kind }) => kind === 'slb.certificate' || kind === 'slb.tls-policy')
    .map(({ kind, id }) => `${kind} ${id}`)
    .toSorted();
}
