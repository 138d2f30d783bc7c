import type { Finding } from '../../shared/model/finding.ts';

/** An ACL switched on for the API server's listener; name only what the test is about. */
export function aFinding(about: Partial<Finding> = {}): Finding {
  const at = { accountId: '1234567890123456', region: 'cn-hangzhou' };
  const ref = { kind: 'slb.listener', id: 'lb-1/6443' } as const;
  return {
    ...at,
    id: 'f0e1d2c3b4a5968778695a4b',
    rule: 'cluster.api-server-forwarding-changed',
    rules: ['cluster.api-server-forwarding-changed'],
    rows: ['R02'],
    severity: 'critical',
    outcome: 'success',
    isAlert: true,
    status: 'new',
    operation: 'Slb:SetLoadBalancerTCPListenerAttribute',
    eventId: 'E-1',
    eventTime: new Date('2026-11-24T08:00:00Z'),
    receivedAt: new Date('2026-11-24T08:01:09Z'),
    cluster: { id: 'c1', name: 'prod' },
    resources: [{ ...at, ...ref, clusterId: 'c1', role: 'api-server-load-balancer', facts: {}, via: 'cs' }],
    actor: { type: 'ram-user', name: 'alice', standing: 'outsider' },
    srcEndpoint: { address: '192.0.2.1', userAgent: 'AliyunConsole' },
    comparisons: [
      {
        resource: ref,
        aspect: 'configuration',
        unknown: [],
        changes: [{ op: 'replace', path: '/AclStatus', before: 'off', after: 'on' }],
      },
    ],
    restore: { possible: true, commands: ["aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'"] },
    notes: [],
    ...about,
  };
}
