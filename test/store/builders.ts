import type { Snapshot } from '../../shared/model/change.ts';
import type { Decision } from '../../shared/model/decision.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../../shared/model/resource.ts';
import type { Recording, Store, Trust } from '../../shared/store/store.ts';

const HERE = { accountId: '1234567890123456', region: 'cn-hangzhou' };

/** The account that everything here belongs to. */
export const ACCOUNT = HERE.accountId;

/** A moment of the day on which everything here happens; hours and minutes, in UTC. */
export function at(time: string): Date {
  return new Date(`2026-11-20T${time}:00Z`);
}

/** Alice's change of a load balancer, decided as a finding; name only what the test is about. */
export function aDecision(about: Partial<Decision> = {}): Decision {
  return {
    ...HERE,
    eventId: 'E-1',
    operation: 'Slb:SetLoadBalancerTCPListenerAttribute',
    eventTime: at('08:00'),
    receivedAt: at('08:01'),
    outcome: 'finding',
    resources: ['lb-1'],
    actor: 'ram-user alice',
    why: 'cluster.api-server-forwarding-changed fires for prod',
    facts: [],
    raw: { eventName: 'SetLoadBalancerTCPListenerAttribute' },
    ...about,
  };
}

/** A recording of that decision and of nothing else. */
export function aRecording(
  about: Partial<Omit<Recording, 'decision'>> & { readonly decision?: Partial<Decision> } = {},
) {
  const { decision, ...rest } = about;
  const nothing = {
    findings: [],
    snapshots: [],
    notifications: [],
    owned: [],
    gone: [],
    touchedByAck: [],
    restored: [],
  };
  return { ...nothing, ...rest, decision: aDecision(decision) } satisfies Recording;
}

/** A load balancer. */
export const LB: ResourceRef = { kind: 'slb.load-balancer', id: 'lb-1' };

/** A reading of it. */
export function aSnapshot(about: Partial<Snapshot> = {}): Snapshot {
  const hash = about.hash ?? 'h1';
  return { ...HERE, ...LB, aspect: 'configuration', observedAt: at('07:00'), hash, content: { hash }, ...about };
}

/** The cluster prod. */
export function aCluster(about: Partial<Cluster> = {}): Cluster {
  return { ...HERE, id: 'c1', name: 'prod', type: 'ManagedKubernetes', state: 'running', podCidrs: [], ...about };
}

/** A node of prod. */
export function anOwned(about: Partial<OwnedResource> = {}): OwnedResource {
  return { ...HERE, kind: 'ecs.instance', id: 'i-1', clusterId: 'c1', role: 'node', facts: {}, via: 'cs', ...about };
}

/** An alert about the finding `F-1` for one robot, at once and alone in its story. */
export function aNotification(about: Partial<Notification> = {}): Notification {
  const id = about.id ?? 'N-1';
  return {
    ...HERE,
    id,
    findingId: 'F-1',
    channel: 'dingtalk',
    news: 'alert',
    severity: 'critical',
    story: `story of ${id}`,
    resources: ['slb.listener lb-1/6443'],
    isDestructive: false,
    ...about,
  };
}

/** Takes the first of what waits, whatever was posted before. */
export const takeFirst: Parameters<Store['take']>[0]['choose'] = ([first]) => first;

/** What the store hands out over the robot for a minute. */
export function aTaking(about: Partial<Parameters<Store['take']>[0]> = {}): Parameters<Store['take']>[0] {
  return { channel: 'dingtalk', leaseMs: 60_000, choose: takeFirst, ...about };
}

/** A role that only Container Service may take on. */
export function aTrust(about: Partial<Trust> = {}): Trust {
  const roleName = 'aliyuncsdefaultrole';
  return {
    accountId: ACCOUNT,
    roleName,
    services: ['cs.aliyuncs.com'],
    onlyServices: true,
    verifiedAt: at('07:00'),
    ...about,
  };
}

/** A complete collection by the collector `cs`. */
export function aPart(about: Partial<Parameters<Store['saveInventory']>[0]> = {}) {
  return { cluster: aCluster(), collector: 'cs', resources: [anOwned()], complete: true, at: at('07:00'), ...about };
}
