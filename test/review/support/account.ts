import type { Finding } from '../../../shared/model/finding.ts';
import type { Severity } from '../../../shared/model/severity.ts';
import { catalogue } from '../../../shared/rules/catalogue.ts';
import { openStore } from '../../../shared/store/postgres.ts';
import type { Store } from '../../../shared/store/store.ts';
import { aCluster, aDecision, aNotification, anOwned, aRecording, aSnapshot } from '../../store/builders.ts';
import { aComparison, aFinding, anOwnedListener, aReading } from '../../support/finding.ts';

/** When everything below is looked at. */
export const NOW = new Date('2026-11-24T09:00:00Z');

const HOUR_MS = 3_600_000;

/** Text that tries everything: tags, quotes, a link, control characters, and marks that turn direction around. */
export const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'javascript:alert(3)\u202Egnp.exe`;

/** A finding with the decision that led to it and one message about it. */
export async function recordFinding(store: Store, about: Partial<Finding> & { readonly id: string }): Promise<Finding> {
  const eventId = about.eventId ?? `event-${about.id}`;
  const finding = aFinding({ ...about, eventId });
  const { eventTime, receivedAt, operation, accountId, region, actor, resources, severity } = finding;
  const { id: findingId } = finding;
  await store.record(
    aRecording({
      decision: {
        eventId,
        eventTime,
        receivedAt,
        operation,
        accountId,
        region,
        resources: resources.map(({ id }) => id),
        actor: `${actor.type} ${actor.name}`,
        why: `${finding.rule} fires for ${finding.cluster.name}`,
        raw: { eventId, eventName: operation.split(':')[1] ?? '', userIdentity: { userName: actor.name } },
      },
      findings: [finding],
      notifications: [aNotification({ id: `message-${findingId}`, findingId, severity })],
    }),
  );
  return finding;
}

/**
 * Two clusters with some resources, an API server finding, a hostile one, `earlier` others over the last days, and
 * silences.
 */
export async function fillAccount(databaseUrl: string, { earlier = 40 } = {}): Promise<void> {
  const store = openStore({ databaseUrl });
  try {
    await collect(store);
    await recordFinding(store, apiServerFinding());
    await recordFinding(store, hostileFinding());
    for (const [index, severity] of SEVERITIES.slice(0, earlier).entries()) {
      await recordFinding(store, earlierFinding(index, severity));
    }
    await recordSilences(store);
  } finally {
    await store.close();
  }
}

/** An ACL on the API server's listener, with everything known before and after. */
function apiServerFinding() {
  const before = { ListenerPort: 6443, ListenerProtocol: 'tcp', AclStatus: 'off', Bandwidth: -1, Scheduler: 'rr' };
  const changes = [
    { op: 'replace', path: '/AclStatus', before: 'off', after: 'on', expected: 'off' },
    { op: 'add', path: '/AclId', after: 'acl-bp1x9s2m4k7q' },
    { op: 'remove', path: '/Description', before: 'k8s/6443/ack' },
    { op: 'replace', path: '/VServerGroup/BackendServers', before: ['i-bp1a', 'i-bp1b'], after: ['i-bp1a'] },
  ] as const;
  return {
    id: 'a11ce0000000000000000001',
    resources: [anOwnedListener({ id: 'lb-1/6443/tcp', name: 'apiserver' })],
    actor: {
      type: 'ram-user',
      name: 'alice',
      standing: 'outsider',
      principalId: '28601234567890',
      accessKeyId: 'LTAI5tEXAMPLE',
      accountId: '1234567890123456',
    },
    comparisons: [
      aComparison({
        changes,
        before: aReading({ ...before, Description: 'k8s/6443/ack' }, '2026-11-24T07:50:00Z'),
        after: aReading({ ...before, AclStatus: 'on', AclId: 'acl-bp1x9s2m4k7q' }, '2026-11-24T08:01:10Z'),
        unknown: [],
      }),
    ],
    restore: {
      possible: true,
      commands: [
        "aliyun slb SetLoadBalancerTCPListenerAttribute --RegionId cn-hangzhou --LoadBalancerId lb-1 --ListenerPort 6443 --AclStatus 'off'",
        'aliyun slb AddVServerGroupBackendServers --RegionId cn-hangzhou --VServerGroupId rsp-bp1 --BackendServers \'[{"ServerId":"i-bp1b","Port":6443,"Weight":100}]\'',
      ],
    },
    notes: ['Some commands are not shown: they would need a hidden or unprintable value.'],
  } as const satisfies Partial<Finding> & { readonly id: string };
}

function hostileFinding() {
  return {
    id: 'bad0000000000000000000002',
    rule: 'node-pool.bounds-changed',
    rules: ['node-pool.bounds-changed'],
    rows: ['R29'],
    severity: 'high',
    status: 'in-progress',
    eventTime: new Date(NOW.getTime() - 3 * HOUR_MS),
    actor: { type: 'assumed-role', name: HOSTILE, session: HOSTILE, standing: 'suspect' },
    srcEndpoint: { address: '203.0.113.7', userAgent: HOSTILE },
    resources: [anOwned({ kind: 'ess.scaling-group', id: 'asg-1', role: 'scaling-group', name: HOSTILE })],
    cluster: { id: 'c2', name: HOSTILE },
    comparisons: [aComparison({ changes: [{ op: 'replace', path: `/${HOSTILE}`, before: HOSTILE, after: 3 }] })],
    notes: [HOSTILE],
    restore: { possible: 'unknown' },
  } as const satisfies Partial<Finding> & { readonly id: string };
}

const SEVERITIES: readonly Severity[] = Array.from({ length: 40 }, (_, index) =>
  index % 7 === 0 ? 'critical' : index % 3 === 0 ? 'high' : index % 2 === 0 ? 'medium' : 'low',
);
const RULES = [
  ['cluster.node-released', 'Ecs:DeleteInstances'],
  ['cluster.node-security-group-changed', 'Ecs:RevokeSecurityGroup'],
  ['node-pool.scaled-by-hand', 'Ess:ModifyScalingGroup'],
  ['cluster.node-address-changed', 'Ecs:ModifyInstanceAttribute'],
] as const;

function earlierFinding(index: number, severity: Severity) {
  const [rule, operation] = RULES[index % RULES.length] ?? RULES[0];
  const rows = catalogue.find(({ id }) => id === rule)?.rows ?? [];
  const actors = ['bob', 'carol', 'terraform', 'ops-oncall'];
  return {
    id: `e${String(index).padStart(23, '0')}`,
    rule,
    rules: [rule],
    rows,
    severity,
    operation,
    status: index % 4 === 0 ? 'new' : 'resolved',
    eventTime: new Date(NOW.getTime() - (index + 1) ** 1.6 * 2 * HOUR_MS),
    receivedAt: new Date(NOW.getTime() - (index + 1) ** 1.6 * 2 * HOUR_MS + 75_000),
    cluster: index % 5 === 0 ? { id: 'c2', name: 'staging' } : { id: 'c1', name: 'prod' },
    resources: [anOwned({ id: `i-bp${index}` })],
    actor: { type: 'ram-user', name: actors[index % actors.length] ?? 'bob', standing: 'outsider' },
  } as const satisfies Partial<Finding> & { readonly id: string };
}

async function collect(store: Store): Promise<void> {
  const at = new Date(NOW.getTime() - 4 * 60_000);
  const resources = [
    anOwned({ kind: 'slb.load-balancer', id: 'lb-1', role: 'api-server-load-balancer', name: 'apiserver', via: 'slb' }),
    anOwnedListener({ id: 'lb-1/6443/tcp', parent: { kind: 'slb.load-balancer', id: 'lb-1' }, via: 'slb' }),
    ...Array.from({ length: 60 }, (_, index) => anOwned({ id: `i-bp${index}`, name: `node-${index}` })),
  ];
  await store.saveInventory({
    cluster: aCluster({ vpcId: 'vpc-bp1', podCidrs: ['172.20.0.0/16'] }),
    collector: 'cs',
    resources,
    complete: true,
    at,
  });
  const staging = aCluster({ id: 'c2', name: 'staging' });
  const hostile = anOwned({ id: 'i-hostile', clusterId: 'c2', name: HOSTILE });
  await store.saveInventory({
    cluster: staging,
    collector: 'cs',
    resources: [hostile],
    complete: true,
    at: new Date(at.getTime() - HOUR_MS),
  });
  const listener = { kind: 'slb.listener', id: 'lb-1/6443/tcp' } as const;
  await store.saveSnapshots([
    aSnapshot({ ...listener, observedAt: new Date('2026-11-24T07:50:00Z'), hash: 'before' }),
    aSnapshot({ ...listener, observedAt: new Date('2026-11-24T08:01:10Z'), hash: 'after' }),
  ]);
}

async function recordSilences(store: Store): Promise<void> {
  const silences = [
    ['ack-itself', 'Slb:AddVServerGroupBackendServers', 'lb-1', 'assumed-role aliyuncsmanagedkubernetesrole', -20],
    ['echo', 'Slb:SetAccessControlListAttribute', 'lb-1/6443/tcp', 'system slb.aliyuncs.com', 5],
    ['not-owned', 'Ecs:DeleteInstance', 'i-elsewhere', `ram-user ${HOSTILE}`, -90],
    ['ownership-unknown', 'Ecs:DeleteDisk', 'd-unknown', 'ram-user bob', -10],
  ] as const;
  for (const [outcome, operation, resource, actor, minutes] of silences) {
    const eventTime = new Date(Date.parse('2026-11-24T08:00:00Z') + minutes * 60_000);
    const why = `${actor} touched ${resource}`;
    await store.record({
      ...aRecording({}),
      decision: aDecision({
        eventId: `silent-${outcome}`,
        outcome,
        operation,
        resources: [resource],
        actor,
        why,
        eventTime,
      }),
    });
  }
}
