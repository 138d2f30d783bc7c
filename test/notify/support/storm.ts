import type { Finding } from '../../../shared/model/finding.ts';
import type { Notification } from '../../../shared/model/notification.ts';
import { notificationsFor, type Routing } from '../../../shared/notify/route.ts';
import type { Recording, Store } from '../../../shared/store/store.ts';
import { aRecording } from '../../store/builders.ts';
import { aFinding, anOwnedListener } from '../../support/finding.ts';

const CLUSTERS = ['prod', 'stage', 'edge'];

/**
 * One event of a storm: over three clusters two people release nodes, each of them another one, and turn at the listener
 * of a load balancer, the same one again and again.
 */
export function stormFinding(index: number): Finding {
  const cluster = { id: `c${index % 3}`, name: CLUSTERS[index % 3] ?? '' };
  const name = index % 2 === 0 ? 'alice' : 'bob';
  const about = {
    id: `storm-${String(index).padStart(18, '0')}`,
    eventId: `storm-${index}`,
    cluster,
    actor: { type: 'ram-user', name, standing: 'outsider' },
  } as const;
  if (index % 5 === 0) return aFinding({ ...about, resources: [anOwnedListener({ clusterId: cluster.id })] });
  return aFinding({
    ...about,
    rule: 'node.released',
    rows: ['R05'],
    severity: 'high',
    operation: 'Ecs:DeleteInstance',
    comparisons: [],
    restore: { possible: false },
    resources: [anOwnedListener({ kind: 'ecs.instance', id: `i-${index}`, role: 'node', clusterId: cluster.id })],
  });
}

/** Everything that an event with this finding writes. */
export function recordingOf(finding: Finding, routing: Routing, now: Date): Recording {
  const notifications = notificationsFor(finding, routing, now);
  return aRecording({ decision: { eventId: finding.eventId }, findings: [finding], notifications });
}

/** Records an event; gives the notifications that are this sender's to send at once, none if another was first. */
export async function recorded(
  store: Pick<Store, 'record'>,
  finding: Finding,
  routing: Routing,
  now = new Date(),
): Promise<readonly Notification[]> {
  const recording = recordingOf(finding, routing, now);
  const answer = await store.record(recording);
  return answer === 'recorded' ? recording.notifications : [];
}
