import { StoreError } from './errors.ts';
import type { AuditEvent } from './model/event.ts';
import type { Finding } from './model/finding.ts';
import { decide, silent } from './steps/decide.ts';
import type { Disregarded, Steps } from './steps/steps.ts';
import { unconfirmed } from './steps/unconfirmed.ts';

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
    try {
      if (item.kind === 'set-aside') {
        await (await steps.world()).setAside(item.raw, item.reason);
        setAside.push({ reason: item.reason });
        steps.log('event set aside', { reason: item.reason });
        continue;
      }
      const settled = await settle(item.event, steps);
      if ('reason' in settled) disregarded.push({ eventId: item.event.id, ...settled });
      else findings.push(...settled.findings);
      steps.log('event decided', summary(item.event, settled));
    } catch (error) {
      const eventId = item.kind === 'event' ? item.event.id : undefined;
      steps.log('event not decided', { eventId, why: error instanceof Error ? error.message : 'unknown' });
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
  const seen = 'reason' in touched ? silent(touched) : await decide(event, touched, world);
  if (seen.findings.length === 0 && seen.silence.reason === 'not-risky') return seen.silence;
  const decided = unconfirmed(event, seen);
  if ((await world.record(event, decided)) === 'duplicate') {
    return { reason: 'duplicate', why: 'This event was decided before' };
  }
  if (decided.findings.length === 0) return decided.silence;
  await world.tell(decided.findings);
  return { findings: decided.findings };
}

function summary(event: AuditEvent, settled: Settled): Readonly<Record<string, unknown>> {
  const { id: eventId, accountId, region, service, action } = event;
  const outcome = 'reason' in settled ? settled : { findings: settled.findings.map(({ id, rule }) => ({ id, rule })) };
  return { eventId, accountId, region, operation: `${service}:${action}`, ...outcome };
}
