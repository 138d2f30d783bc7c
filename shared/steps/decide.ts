import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Decided, Disregarded, Owned, Part, Touched, World } from './steps.ts';

/** Steps 3 to 6: whose it is, what it means, what it changed; everything about one event before it is written. */
export async function decide(event: AuditEvent, touched: readonly Touched[], world: World): Promise<Decided> {
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

/** What is decided of an event that ended before anybody was asked whose it is. */
export function silent(silence: Disregarded): Decided {
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
