import type { Comparison, Json, Snapshot } from '../../shared/model/change.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import type { Told } from '../../shared/notify/channel.ts';
import { apiServerForwardingChanged } from '../../shared/rules/cluster/api-server-forwarding-changed.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };
const LISTENER = { kind: 'slb.listener', id: 'lb-1/6443' } as const;

/** An ACL switched on for the API server's listener; name only what the test is about. */
export function aFinding(about: Partial<Finding> = {}): Finding {
  return {
    ...AT,
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
    resources: [anOwnedListener()],
    actor: { type: 'ram-user', name: 'alice', standing: 'outsider' },
    srcEndpoint: { address: '192.0.2.1', userAgent: 'AliyunConsole' },
    comparisons: [aComparison()],
    restore: { possible: true, commands: ["aliyun slb SetLoadBalancerTCPListenerAttribute --AclStatus 'off'"] },
    notes: [],
    ...about,
  };
}

/** The API server's listener, as the inventory knows it. */
export function anOwnedListener(about: Partial<OwnedResource> = {}): OwnedResource {
  return { ...AT, ...LISTENER, clusterId: 'c1', role: 'api-server-load-balancer', facts: {}, via: 'cs', ...about };
}

/** The listener's access control before and after. */
export function aComparison(about: Partial<Comparison> = {}): Comparison {
  return {
    resource: LISTENER,
    aspect: 'configuration',
    unknown: [],
    changes: [{ op: 'replace', path: '/AclStatus', before: 'off', after: 'on' }],
    ...about,
  };
}

/** One reading of the listener. */
export function aReading(content: Json, observedAt: string): Snapshot {
  return { ...AT, ...LISTENER, aspect: 'configuration', observedAt: new Date(observedAt), hash: 'h', content };
}

/** The finding as a channel is told of it. */
export function aTold(finding: Partial<Finding> = {}, about: Partial<Omit<Told, 'finding'>> = {}): Told {
  return { finding: aFinding(finding), rule: apiServerForwardingChanged, mayBeRepeat: false, ...about };
}
