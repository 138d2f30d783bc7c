import * as z from 'zod';
import type { Reason } from '../../../shared/model/decision.ts';
import { SEVERITIES, type Severity } from '../../../shared/model/severity.ts';
import type { Invocation } from '../function-compute/contract.ts';

/** What the handler decided about one event, read from its answer. */
export interface Decided {
  readonly eventId: string;
  readonly operation: string;
  readonly at: Date;
  readonly findings: readonly {
    readonly id: string;
    readonly rows: readonly string[];
    readonly severity: Severity;
    readonly isAlert: boolean;
  }[];
  readonly silence?: { readonly reason: Reason; readonly why: string };
}

const Event = z.object({ data: z.object({ eventId: z.string(), serviceName: z.string(), eventName: z.string() }) });

const Answer = z.object({
  findings: z.array(
    z.object({ id: z.string(), rows: z.array(z.string()), severity: z.enum(SEVERITIES), isAlert: z.boolean() }),
  ),
  disregarded: z.array(z.object({ reason: z.custom<Reason>((value) => typeof value === 'string'), why: z.string() })),
});

/** Reads an invocation of the ActionTrail function; undefined when the handler failed or the event was another's. */
export function decisionIn({ event, answer, startedAt, durationMs }: Invocation): Decided | undefined {
  if (answer.kind === 'error') return undefined;
  const { data } = Event.parse(JSON.parse(event.toString()));
  const { findings, disregarded } = Answer.parse(JSON.parse(answer.payload.toString()));
  const [silence] = disregarded;
  return {
    eventId: data.eventId,
    operation: `${data.serviceName}:${data.eventName}`,
    at: new Date(startedAt.getTime() + durationMs),
    findings,
    ...(silence === undefined ? {} : { silence }),
  };
}
