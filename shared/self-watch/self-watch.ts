import { findingId } from '../findings/find.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import { ACKWATCH } from '../model/self.ts';
import type { World } from '../steps/steps.ts';
import type { Store } from '../store/store.ts';
import type { BlindSpot } from './blind-spots.ts';
import { NOTICES, type NoticeId } from './notices.ts';

/** Who looks at itself. */
export interface SelfWatch {
  readonly store: Pick<Store, 'hold' | 'release' | 'openFindingsOf' | 'resolve'>;
  readonly world: Pick<World, 'record' | 'tell'>;
  readonly accountId: string;
  readonly region: string;
  readonly now: () => Date;
}

const LEASE_MS = 60_000;

/**
 * Tells what went blind since the last look, and that it sees again. `looked`: what was looked at; of anything else
 * nothing is said.
 */
export async function tellOfItself(
  spots: readonly BlindSpot[],
  looked: readonly NoticeId[],
  { store, world, accountId, region, now }: SelfWatch,
): Promise<void> {
  const name = `self-watch ${accountId} ${region}`;
  const lease = await store.hold(name, LEASE_MS);
  if (lease === undefined) return;
  try {
    // Other deployments may use the same database: each speaks for itself.
    const mine = (one: Finding): boolean => one.accountId === accountId && one.region === region;
    const open = (await store.openFindingsOf(ACKWATCH.id)).filter(mine);
    const fresh = spots.filter(({ notice }) => !open.some(({ rule }) => rule === notice));
    for (const spot of fresh) await tell(spot, { world, accountId, region, now });
    const over = open.filter(({ rule }) => isAmong(rule, looked) && !spots.some(({ notice }) => notice === rule));
    if (over.length > 0) {
      const ids = over.map(({ id }) => id);
      await store.resolve(ids, now(), 'ackwatch');
    }
  } finally {
    await store.release(name, lease);
  }
}

function isAmong(rule: string, notices: readonly NoticeId[]): boolean {
  return notices.some((notice) => notice === rule);
}

async function tell(spot: BlindSpot, { world, accountId, region, now }: Omit<SelfWatch, 'store'>): Promise<void> {
  const event = selfEvent('SelfWatch', `${spot.notice} ${now().toISOString()}`, { accountId, region, at: now() }, spot);
  const severity = NOTICES.find(({ id }) => id === spot.notice)?.severity ?? 'high';
  const finding = selfFinding(event, { rule: spot.notice, severity, notes: spot.details });
  await recordOwn(event, finding, world);
  await world.tell([finding]);
}

/** Something that ackwatch says of itself, as an event of its own. */
export function selfEvent(
  action: string,
  id: string,
  { accountId, region, at }: { readonly accountId: string; readonly region: string; readonly at: Date },
  raw: unknown,
): AuditEvent {
  const actor = { type: 'system', name: 'ackwatch' };
  const about = { accountId, region, eventTime: at, receivedAt: at, outcome: 'success', actor } as const;
  const empty = { srcEndpoint: {}, params: {}, response: {}, referenced: {} };
  return { source: 'sweep', id: `ackwatch ${id}`, service: 'Ackwatch', action, ...about, ...empty, raw };
}

/** The finding of such an event. */
export function selfFinding(
  event: AuditEvent,
  { rule, severity, notes }: Pick<Finding, 'rule' | 'severity' | 'notes'>,
): Finding {
  const { accountId, region, id: eventId, eventTime, receivedAt, outcome, actor, srcEndpoint } = event;
  return {
    id: findingId(event, ACKWATCH.id),
    rule,
    rules: [rule],
    rows: ['E03'],
    severity,
    outcome,
    isAlert: true,
    status: 'new',
    accountId,
    region,
    operation: `${event.service}:${event.action}`,
    eventId,
    eventTime,
    receivedAt,
    cluster: ACKWATCH,
    resources: [],
    actor: { ...actor, standing: 'platform' },
    srcEndpoint,
    comparisons: [],
    restore: { possible: true, commands: [] },
    notes,
  };
}

/** Records it like any other. */
export async function recordOwn(event: AuditEvent, finding: Finding, world: Pick<World, 'record'>): Promise<void> {
  const nothing = { touched: [], owned: [], gone: [], touchedByAck: [], snapshots: [], restored: [] };
  const silence = { reason: 'not-risky', why: 'ackwatch tells of itself' } as const;
  await world.record(event, { ...nothing, findings: [finding], silence });
}
