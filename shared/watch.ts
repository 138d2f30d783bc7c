import type { Standing } from './model/actor.ts';
import type { Comparison, Restore } from './model/change.ts';
import type { Reason } from './model/decision.ts';
import type { AuditEvent } from './model/event.ts';
import type { Finding } from './model/finding.ts';
import type { Touch } from './model/operation.ts';
import type { Cluster, OwnedResource, ResourceRef } from './model/resource.ts';
import type { Consequence } from './model/rule.ts';
import type { Match } from './findings/find.ts';
import type { Decoded } from './sources/actiontrail/decode.ts';

/** One resource that the call names, and what the call does to it. */
export interface Touched {
  readonly ref: ResourceRef;
  readonly touch: Touch;
}

/** What the call touches of one cluster, and how its actor stands there. */
export interface Part {
  readonly cluster: Cluster;
  readonly standing: Standing;
  readonly touched: readonly (Touched & { readonly owned: OwnedResource })[];
  /** Learned by inspection; absent before it. */
  readonly consequences?: readonly Consequence[];
}

/** Silence, always with its reason. */
export interface Disregarded {
  readonly reason: Reason;
  readonly why: string;
}

/** What inspection learned of one part. */
export interface Inspected {
  readonly comparisons: readonly Comparison[];
  readonly restore: Restore;
  readonly notes: readonly string[];
  /** Set when the state shows that the call changed nothing, or put things right. */
  readonly silence?: Disregarded;
}

/** The steps of the path. A door fills them with the real ones; a test replaces what it is about. */
export interface Steps {
  readonly decode: (input: unknown) => readonly Decoded[];
  readonly screen: (event: AuditEvent) => readonly Touched[] | Disregarded;
  readonly own: (event: AuditEvent, touched: readonly Touched[]) => Promise<readonly Part[] | Disregarded>;
  readonly judge: (event: AuditEvent, part: Part) => readonly Match[];
  readonly inspect: (event: AuditEvent, part: Part) => Promise<Inspected>;
  readonly find: (event: AuditEvent, part: Part, matches: readonly [Match, ...Match[]], seen: Inspected) => Finding;
  /** Writes decision, findings, snapshots and notifications at once; `duplicate` when the event was decided before. */
  readonly record: (
    event: AuditEvent,
    findings: readonly Finding[],
    silence: Disregarded,
  ) => Promise<'recorded' | 'duplicate'>;
  readonly tell: (findings: readonly Finding[]) => Promise<void>;
  readonly setAside: (raw: unknown, reason: string) => Promise<void>;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What the handler answers: the public contract's shape. */
export interface Outcome {
  readonly events: number;
  readonly findings: readonly Finding[];
  readonly disregarded: readonly (Disregarded & { readonly eventId: string })[];
  readonly setAside: readonly { readonly reason: string }[];
}

/** The path of an event, from what the transport sent to what people are told. */
export async function watch(input: unknown, steps: Steps): Promise<Outcome> {
  const findings: Finding[] = [];
  const disregarded: (Disregarded & { eventId: string })[] = [];
  const setAside: { reason: string }[] = [];
  const decoded = steps.decode(input);
  for (const item of decoded) {
    if (item.kind === 'set-aside') {
      await steps.setAside(item.raw, item.reason);
      setAside.push({ reason: item.reason });
      continue;
    }
    const decided = await decide(item.event, steps);
    if ('reason' in decided) disregarded.push({ eventId: item.event.id, ...decided });
    else findings.push(...decided.findings);
    steps.log('event decided', summary(item.event, decided));
  }
  return { events: decoded.length, findings, disregarded, setAside };
}

async function decide(event: AuditEvent, steps: Steps): Promise<{ findings: readonly Finding[] } | Disregarded> {
  const touched = steps.screen(event);
  if ('reason' in touched) return settle(event, touched, steps); // not in the table: no database, no network
  const parts = await steps.own(event, touched);
  if ('reason' in parts) return settle(event, parts, steps);
  const findings: Finding[] = [];
  let silence: Disregarded = { reason: 'not-risky', why: 'No rule speaks of this effect on these roles' };
  for (const part of parts) {
    const [worst, ...others] = steps.judge(event, part);
    if (worst === undefined) continue;
    const seen = await steps.inspect(event, part);
    if (seen.silence) silence = seen.silence;
    else findings.push(steps.find(event, part, [worst, ...others], seen));
  }
  return settle(event, silence, steps, findings);
}

async function settle(event: AuditEvent, silence: Disregarded, steps: Steps, findings: readonly Finding[] = []) {
  if (findings.length === 0 && silence.reason === 'not-risky') return silence; // logged, never stored
  const recorded = await steps.record(event, findings, silence);
  if (recorded === 'duplicate') return { reason: 'duplicate', why: 'This event was decided before' } as const;
  if (findings.length === 0) return silence;
  await steps.tell(findings);
  return { findings };
}

function summary(event: AuditEvent, decided: { findings: readonly Finding[] } | Disregarded) {
  const { id: eventId, accountId, region, service, action } = event;
  const outcome = 'reason' in decided ? decided : { findings: decided.findings.map(({ id, rule }) => ({ id, rule })) };
  return { eventId, accountId, region, operation: `${service}:${action}`, ...outcome };
}
