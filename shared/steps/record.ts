import { createHash } from 'node:crypto';
import type { Decision } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Notification } from '../model/notification.ts';
import type { Recording } from '../store/store.ts';
import { evidenceOf } from './evidence.ts';
import type { Decided } from './steps.ts';

/** Step 7: everything that one event writes, ready for one transaction. */
export function recordingOf(event: AuditEvent, decided: Decided, notifications: readonly Notification[]): Recording {
  const { findings, snapshots, owned, gone, touchedByAck, restored } = decided;
  return {
    decision: decisionOf(event, decided),
    findings,
    snapshots,
    notifications,
    owned,
    gone,
    touchedByAck,
    restored,
  };
}

function decisionOf(event: AuditEvent, { findings, silence, snapshots, touched }: Decided): Decision {
  const { accountId, region, id, service, action, eventTime, receivedAt, actor, raw } = event;
  const [worst] = findings;
  const owners = findings.flatMap(({ resources }) => resources);
  return {
    accountId,
    region,
    eventId: id,
    operation: `${service}:${action}`,
    eventTime,
    receivedAt,
    outcome: worst ? 'finding' : silence.reason,
    resources: [...new Set(touched.map(({ ref }) => ref.id))],
    actor: `${actor.type} ${actor.name}`,
    why: worst ? `${worst.rule} fires for ${findings.map(({ cluster }) => cluster.name).join(', ')}` : silence.why,
    ...(event.via === undefined ? {} : { via: event.via }),
    facts: [...snapshots.map(({ hash }) => hash), ...owners.map((owner) => hashOf(JSON.stringify(owner)))],
    raw: evidenceOf(
      raw,
      touched.map(({ touch }) => touch),
    ),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
