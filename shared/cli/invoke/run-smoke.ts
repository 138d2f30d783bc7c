import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { CloudError, ConfigError } from '../../errors.ts';
import { findingId } from '../../findings/find.ts';
import { EXIT, type Exit, type Terminal } from '../command.ts';
import type { Invoker } from './invoker.ts';
import { smokeEvent, type SmokeTarget } from './smoke-event.ts';

/** One test event and how it travels. */
export interface Smoke {
  readonly target: SmokeTarget & { readonly loadBalancer: { readonly clusterId: string } };
  readonly invoker: Invoker;
  readonly functionName: string;
  readonly isAsync: boolean;
  readonly databaseUrl: string | undefined;
  readonly waitMs: number;
}

/** What became of the event. */
interface Outcome {
  readonly finding?: string;
  readonly isAlert: boolean;
  readonly why: string;
}

const Answer = z.object({
  findings: z.array(z.object({ id: z.string(), isAlert: z.boolean() })),
  disregarded: z.array(z.object({ reason: z.string(), why: z.string() })),
});
const POLL_MS = 500;

/** Sends it, waits, and says what was decided. Found wanting unless the function raised an alert. */
export async function runSmoke(smoke: Smoke, isJson: boolean, { out, err, signal }: Terminal): Promise<Exit> {
  const { target, functionName } = smoke;
  const started = Date.now();
  err(`Sending test event ${target.eventId} about ${target.loadBalancer.id} to ${functionName}`);
  const outcome = smoke.isAsync ? await throughQueue(smoke, signal) : await atOnce(smoke);
  const seconds = (Date.now() - started) / 1_000;
  if (isJson) out(JSON.stringify({ eventId: target.eventId, functionName, seconds, ...outcome }));
  else if (outcome.isAlert) {
    out(
      `Decided in ${seconds.toFixed(1)} s: finding ${outcome.finding}, told to the configured channels. Look for that id there.`,
    );
  } else out(`No alert after ${seconds.toFixed(1)} s: ${outcome.why}`);
  return outcome.isAlert ? EXIT.ok : EXIT.found;
}

async function atOnce({ target, invoker, functionName }: Smoke): Promise<Outcome> {
  const read = Answer.safeParse(await invoker.invoke(functionName, JSON.stringify(smokeEvent(target))));
  if (!read.success) throw new CloudError('Nonsense', `${functionName} answered something else than a decision`);
  const [finding] = read.data.findings;
  const [silence] = read.data.disregarded;
  if (finding === undefined) return { isAlert: false, why: `${silence?.reason}: ${silence?.why}` };
  return { finding: finding.id, isAlert: finding.isAlert, why: 'It was recorded and not told' };
}

/** The answer of an asynchronous call is only a receipt: the decision stands in the database. */
async function throughQueue(
  { target, invoker, functionName, databaseUrl, waitMs }: Smoke,
  signal: AbortSignal,
): Promise<Outcome> {
  if (databaseUrl === undefined) throw new ConfigError('Expected DATABASE_URL to be set: that is where --async waits');
  const { openStore } = await import('../../store/postgres.ts');
  const store = openStore({ databaseUrl });
  const id = findingId({ ...target, id: target.eventId }, target.loadBalancer.clusterId);
  try {
    await invoker.invokeAsync(functionName, JSON.stringify(smokeEvent(target)), target.eventId);
    for (const end = Date.now() + waitMs; Date.now() < end && !signal.aborted; await pause(POLL_MS)) {
      const decision = await store.decision(target);
      if (decision === undefined) continue;
      const finding = await store.finding(id);
      if (finding !== undefined) return { finding: id, isAlert: finding.isAlert, why: 'It was recorded and not told' };
      return { isAlert: false, why: 'It was decided without a finding' };
    }
    return { isAlert: false, why: 'No decision came: see the log of the function and the queue ackwatch-dead-letters' };
  } finally {
    await store.close();
  }
}
