import { claimOf } from '../actors/claim.ts';
import { findingId } from '../findings/find.ts';
import type { Decision } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import { decode } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { Part, Touched } from '../steps/steps.ts';
import { answersToday, type CompareStore, type RulesAnswer } from './answers-today.ts';

/** An event that would be decided otherwise today. */
export interface Difference {
  readonly eventId: string;
  readonly accountId: string;
  readonly region: string;
  readonly eventTime: Date;
  readonly operation: string;
  readonly cluster: string;
  readonly stored: RulesAnswer & { readonly outcome: Decision['outcome'] };
  readonly today: RulesAnswer;
}

/** What became of the comparison. `by-facts`: the state or the actor's trust decided then, which rules do not change. */
export type Compared = 'same' | 'by-facts' | 'unreadable' | readonly Difference[];

/** Silences that tables and rules bring about, or the lack of an owner that may be known by now. */
const BY_RULES: ReadonlySet<Decision['outcome']> = new Set(['finding', 'approved', 'not-owned', 'ownership-unknown']);

/**
 * Decides a stored event by the tables and rules of today. What was known then of owner, standing and state holds; the
 * cloud is not asked again.
 */
export async function compareDecision(decision: Decision, store: CompareStore): Promise<Compared> {
  if (!BY_RULES.has(decision.outcome)) return 'by-facts';
  const [item] = decode(decision.raw, decision.receivedAt);
  if (item?.kind !== 'event') return 'unreadable';
  const event = { ...item.event, accountId: decision.accountId, region: decision.region, id: decision.eventId };
  const touched = screen(event);
  const named = 'reason' in touched ? [] : touched;
  if (decision.outcome !== 'finding') return compareSilence(event, named, decision, store);
  const clusters = await store.clusters(event.accountId);
  const found = await Promise.all(clusters.map(({ id }) => store.finding(findingId(event, id))));
  const findings = found.filter((finding) => finding !== undefined);
  const all = await Promise.all(findings.map((finding) => compareFinding(event, named, finding, store)));
  const differences = all.flat();
  return differences.length > 0 ? differences : 'same';
}

async function compareFinding(
  event: AuditEvent,
  touched: readonly Touched[],
  finding: Finding,
  store: CompareStore,
): Promise<readonly Difference[]> {
  const known = (await store.clusters(event.accountId)).find(({ id }) => id === finding.cluster.id);
  if (known === undefined) return [];
  const part: Part = {
    cluster: known,
    standing: finding.actor.standing,
    touched: touched.flatMap((one) =>
      finding.resources.filter((owned) => isOf(one, owned)).map((owned) => ({ ...one, owned })),
    ),
  };
  const stored = { rules: finding.rules, severity: finding.severity, outcome: 'finding' } as const;
  const answers = await answersToday(event, part, store);
  if (answers === 'unknown' || answers.some((one) => isSame(one, stored))) return [];
  return [differenceOf(event, finding.cluster.name, stored, answers[0] ?? { rules: [] })];
}

/** A resource of a finding is what the call names, the whole of it, or a part that is spelled more exactly. */
function isOf({ ref }: Touched, { kind, id, parent }: Finding['resources'][number]): boolean {
  if (parent?.id === ref.id) return true;
  return kind === ref.kind && (id === ref.id || id.startsWith(`${ref.id}/`) || ref.id.startsWith(`${id}/`));
}

/** Somebody who does not claim to be ACK did this, and it was silent for want of an owner or as the supported way. */
async function compareSilence(
  event: AuditEvent,
  touched: readonly Touched[],
  { outcome }: Decision,
  store: CompareStore,
): Promise<Compared> {
  if (claimOf(event.actor) !== 'nobody') return 'by-facts';
  const others = touched.filter(({ touch }) => touch.effect !== 'created');
  const owners = await store.ownersOf(event.accountId, [...new Set(others.map(({ ref }) => ref.id))]);
  const clusters = await store.clusters(event.accountId);
  const differences: Difference[] = [];
  for (const cluster of clusters) {
    const owned = others.flatMap((one) =>
      (owners.get(one.ref.id) ?? [])
        .filter(({ clusterId }) => clusterId === cluster.id)
        .map((owner) => ({ ...one, owned: owner })),
    );
    if (owned.length === 0) continue;
    const answers = await answersToday(event, { cluster, standing: 'outsider', touched: owned }, store);
    const [today] = answers === 'unknown' ? [] : answers;
    if (today === undefined || today.rules.length === 0) continue;
    differences.push(differenceOf(event, cluster.name, { rules: [], outcome }, today));
  }
  return differences.length > 0 ? differences : 'same';
}

function differenceOf(
  event: AuditEvent,
  cluster: string,
  stored: Difference['stored'],
  today: RulesAnswer,
): Difference {
  const { id: eventId, accountId, region, eventTime, service, action } = event;
  return { eventId, accountId, region, eventTime, operation: `${service}:${action}`, cluster, stored, today };
}

function isSame(a: RulesAnswer, b: RulesAnswer): boolean {
  return a.severity === b.severity && a.rules.toSorted().join() === b.rules.toSorted().join();
}
