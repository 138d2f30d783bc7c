import type { Comparison, Json, Snapshot } from '../../shared/model/change.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { OwnedResource } from '../../shared/model/resource.ts';
import type { Closing, Member, Summary, Told } from '../../shared/notify/channel.ts';
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
  return { kind: 'alert', ...aMember(finding), others: [], mayBeRepeat: false, ...about };
}

/** The finding with its rule. */
export function aMember(finding: Partial<Finding> = {}): Member {
  return { finding: aFinding(finding), rule: apiServerForwardingChanged };
}

/** Three events that joined the story of that finding; name only what the test is about. */
export function anUpdate(about: Partial<Summary> = {}): Summary {
  const [first, ...others] = ['2', '3', '4'].map((n) =>
    aMember({
      id: `f0e1d2c3b4a5968778695a4${n}`,
      eventId: `E-${n}`,
      eventTime: new Date(`2026-11-24T08:0${n}:00Z`),
      resources: [anOwnedListener({ id: `lb-${n}/6443` })],
    }),
  );
  return {
    kind: 'update',
    id: 'a1b2c3d4e5f60718293a4b5c',
    members: [first ?? aMember(), ...others],
    fresh: ['slb.listener lb-2/6443', 'slb.listener lb-3/6443'],
    story: { openedBy: 'f0e1d2c3b4a5968778695a4b', openedAt: new Date('2026-11-24T08:01:10Z'), findings: 4 },
    mayBeRepeat: false,
    ...about,
  };
}

/** Everything that there was no room for: two stories, one of them on another cluster. */
export function aDigest(about: Partial<Summary> = {}): Summary {
  const elsewhere = aMember({
    id: '0123456789abcdef01234567',
    severity: 'high',
    cluster: { id: 'c2', name: 'stage' },
    outcome: 'failure',
    actor: { type: 'ram-user', name: 'bob', standing: 'outsider' },
  });
  const { members, ...update } = anUpdate();
  return { ...update, kind: 'digest', members: [...members, elsewhere], ...about };
}

/** The robot takes no messages. */
export function aClosing(about: Partial<Closing> = {}): Closing {
  return {
    kind: 'channel-closed',
    id: 'b1b2c3d4e5f60718293a4b5c',
    channel: 'dingtalk',
    until: new Date('2026-11-24T08:11:10Z'),
    why: 'throttled: DingTalk answered errcode 130101',
    waiting: 12,
    finding: aFinding(),
    mayBeRepeat: false,
    ...about,
  };
}
