import { StoreError } from './errors.ts';
import type { AuditEvent } from './model/event.ts';
import type { Finding } from './model/finding.ts';
import type { Decided, Disregarded, Owned, Part, Steps, Touched, World } from './steps/steps.ts';

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
  const failures: unknown[] = [];
  const decoded = steps.decode(input);
  for (const item of decoded) {
    if (item.kind === 'set-aside') {
      await (await steps.world()).setAside(item.raw, item.reason);
      setAside.push({ reason: item.reason });
      steps.log('event set aside', { reason: item.reason });
      continue;
    }
    try {
      const settled = await settle(item.event, steps);
      if ('reason' in settled) disregarded.push({ eventId: item.event.id, ...settled });
      else findings.push(...settled.findings);
      steps.log('event decided', summary(item.event, settled));
    } catch (error) {
      steps.log('event not decided', {
        eventId: item.event.id,
        why: error instanceof Error ? error.message : 'unknown',
      });
      failures.push(error);
    }
  }
  // Told only now, so that one bad event does not stop the next; those that are decided are known when it comes again.
  if (failures.length > 0) throw failures.find((error) => error instanceof StoreError) ?? failures[0];
  return { events: decoded.length, findings, disregarded, setAside };
}

type Settled = { readonly findings: readonly Finding[] } | Disregarded;

async function settle(event: AuditEvent, steps: Steps): Promise<Settled> {
  const touched = steps.screen(event);
  if ('reason' in touched && touched.reason === 'not-risky') return touched; // no database, no network
  const world = await steps.world();
  const decided = 'reason' in touched ? silent(touched) : await decide(event, touched, world);
  if (decided.findings.length === 0 && decided.silence.reason === 'not-risky') return decided.silence;
  if ((await world.record(event, decided)) === 'duplicate') {
    return { reason: 'duplicate', why: 'This event was decided before' };
  }
  if (decided.findings.length === 0) return decided.silence;
  await world.tell(decided.findings);
  return { findings: decided.findings };
}

async function decide(event: AuditEvent, touched: readonly Touched[], world: World): Promise<Decided> {
  const owned = await world.own(event, touched);
  const parts = await Promise.all(owned.parts.map((part) => decidePart(event, part, world)));
  const findings = parts.flatMap(({ finding }) => (finding ? [finding] : []));
  // Unknown is never folded into safe: what nobody can say of a part outranks that another part is harmless.
  const isUnknown = owned.silence.reason === 'ownership-unknown';
  const silence = (isUnknown ? undefined : parts.find((part) => part.silence)?.silence) ?? owned.silence;
  const snapshots = parts.flatMap((part) => part.snapshots);
  const restored = parts.flatMap((part) => part.restored);
  return { ...learned(owned), touched, findings, silence, snapshots, restored };
}

type DecidedPart = Pick<Decided, 'snapshots' | 'restored'> & { finding?: Finding; silence?: Disregarded };

async function decidePart(event: AuditEvent, named: Part, world: World): Promise<DecidedPart> {
  const part = await world.exact(event, named);
  if (world.judge(event, part).length === 0) return { snapshots: [], restored: [], silence: unspoken(event, part) };
  const seen = await world.inspect(event, part);
  const { snapshots, restored } = seen;
  if (seen.verdict === 'no-effect' || seen.verdict === 'restores') {
    return { snapshots, restored, silence: { reason: seen.verdict, why: WHY[seen.verdict] } };
  }
  // The state may tell the effect more exactly than the call, so the rules are asked again.
  const touched = part.touched.map((one) => {
    const effect = seen.effects.get(one.touch.effect) ?? one.touch.effect;
    return { ...one, touch: { ...one.touch, effect } };
  });
  const inspected: Part = { ...part, touched, consequences: seen.consequences };
  const [worst, ...others] = world.judge(event, inspected);
  if (worst === undefined) return { snapshots, restored, silence: unspoken(event, inspected) };
  const told = { ...seen, notes: [...(part.notes ?? []), ...seen.notes] };
  return { snapshots, restored, finding: await world.find(event, inspected, [worst, ...others], told) };
}

const WHY = {
  'no-effect': 'The values that were asked for are those that held before',
  restores: 'The values that were asked for are those that are expected',
};

function unspoken({ outcome }: AuditEvent, { touched }: Part): Disregarded {
  if (touched.length === 0) return { reason: 'not-risky', why: 'The command does nothing that is risky on a node' };
  const isThroughAck = touched.some(({ ref, touch }) => touch.strength === 'approved' || ref.kind.startsWith('cs.'));
  if (!isThroughAck) return { reason: 'not-risky', why: 'No rule speaks of this effect on these roles' };
  return outcome === 'failure'
    ? { reason: 'no-effect', why: 'The call was refused, and it is the supported way' }
    : { reason: 'approved', why: 'This is the supported way, through ACK: its own roles carry it out next' };
}

function silent(silence: Disregarded): Decided {
  return {
    touched: [],
    findings: [],
    silence,
    owned: [],
    gone: [],
    touchedByAck: [],
    snapshots: [],
    restored: [],
  };
}

function learned({ owned, gone, touchedByAck }: Owned): Pick<Decided, 'owned' | 'gone' | 'touchedByAck'> {
  return { owned, gone, touchedByAck };
}

function summary(event: AuditEvent, settled: Settled): Readonly<Record<string, unknown>> {
  const { id: eventId, accountId, region, service, action } = event;
  const outcome = 'reason' in settled ? settled : { findings: settled.findings.map(({ id, rule }) => ({ id, rule })) };
  return { eventId, accountId, region, operation: `${service}:${action}`, ...outcome };
}
