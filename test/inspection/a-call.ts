import type { AuditEvent } from '../../shared/model/event.ts';
import type { OwnedResource, Role } from '../../shared/model/resource.ts';
import { screen } from '../../shared/steps/screen.ts';
import type { Part } from '../../shared/steps/steps.ts';

const AT = { accountId: '1234567890123456', region: 'cn-hangzhou' };

/** A call by an outsider at 08:00; its product stands before the colon. */
export function aCall(
  operation: `${string}:${string}`,
  params: Record<string, unknown>,
  about: Partial<AuditEvent> = {},
): AuditEvent {
  const [service = '', action = ''] = operation.split(':');
  return {
    ...AT,
    source: 'actiontrail',
    id: 'E-1',
    service,
    action,
    eventTime: new Date('2026-11-24T08:00:00Z'),
    receivedAt: new Date('2026-11-24T08:01:09Z'),
    outcome: 'success',
    actor: { type: 'ram-user', name: 'alice' },
    srcEndpoint: {},
    params,
    response: {},
    referenced: {},
    raw: {},
    ...about,
  };
}

/** What the call touches, all of it one cluster's in this role. */
export function aPart(event: AuditEvent, role: Role, about: Partial<OwnedResource> = {}): Part {
  const touched = screen(event);
  if ('reason' in touched) throw new Error(`Expected a call in the table, got: ${touched.why}`);
  return {
    cluster: {
      ...AT,
      id: 'c1',
      name: 'prod',
      type: 'ManagedKubernetes',
      state: 'running',
      podCidrs: ['172.20.0.0/16'],
    },
    standing: 'outsider',
    touched: touched.map((one) => ({
      ...one,
      owned: { ...AT, ...one.ref, clusterId: 'c1', role, facts: {}, via: 'cs', ...about },
    })),
  };
}
