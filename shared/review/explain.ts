import * as z from 'zod';
import type { Cloud } from '../cloud/cloud.ts';
import { CloudError } from '../errors.ts';
import { redact } from '../inspection/redact.ts';
import type { Reason } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Effect } from '../model/operation.ts';
import type { ResourceRef } from '../model/resource.ts';
import { judge } from '../rules/judge.ts';
import { decode } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { Touched } from '../steps/steps.ts';
import { spellings } from '../store/spellings.ts';
import type { KnownResource, ReviewStore } from '../store/review.ts';

/** What an event of which nothing is kept turns out to be, read from the trail again. */
export type Explained =
  | { readonly found: 'nowhere' }
  /** The trail did not answer. */
  | { readonly found: 'unknown'; readonly problem: string }
  | { readonly found: 'unreadable'; readonly problem: string; readonly raw: unknown }
  | {
      readonly found: 'event';
      readonly event: AuditEvent;
      readonly raw: unknown;
      /** Absent: it touches resources of clusters in a way that rules speak of, and will be decided. */
      readonly silence?: { readonly reason: Reason; readonly why: string };
      readonly touches: readonly Touching[];
    };

/** One resource that the call names, and whose it is. */
export interface Touching {
  readonly ref: ResourceRef;
  readonly effect: Effect;
  readonly owners: readonly KnownResource[];
}

/** What explaining asks: the trail, and the inventory. Nothing is written. */
export interface ExplainSources {
  readonly cloud: Cloud;
  readonly regions: readonly string[];
  readonly store: Pick<ReviewStore, 'whose' | 'knownClusters'>;
  readonly now: () => Date;
}

const LOOK_UP_MS = 5_000;
/** The trail keeps 90 days; one question may span 30 of them. */
const HISTORY_MS = 29 * 86_400_000;
const TOUCHES = 20;

const Answer = z.object({ Events: z.array(z.unknown()).nullish() });

/** Fetches the event from the trail and goes the pure part of its path again. */
export async function explain(eventId: string, sources: ExplainSources): Promise<Explained> {
  const { now, regions } = sources;
  const deadline = now().getTime() + LOOK_UP_MS;
  let problem: string | undefined;
  for (const region of regions) {
    try {
      const raw = await lookUp(eventId, region, sources, deadline);
      if (raw !== undefined) return await explained(raw, sources);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      problem = error.message;
    }
  }
  return problem === undefined ? { found: 'nowhere' } : { found: 'unknown', problem };
}

async function lookUp(eventId: string, region: string, { cloud, now }: ExplainSources, deadline: number) {
  const params = {
    LookupAttribute: [{ Key: 'EventId', Value: eventId }],
    StartTime: isoSeconds(new Date(now().getTime() - HISTORY_MS)),
    EndTime: isoSeconds(now()),
    MaxResults: 1,
  };
  const call = { product: 'actiontrail', action: 'LookupEvents', region, params, deadline } as const;
  const answer = Answer.safeParse(await cloud.call(call));
  if (!answer.success) throw new CloudError('Nonsense', 'actiontrail:LookupEvents answered without a list of events');
  return answer.data.Events?.[0];
}

async function explained(record: unknown, sources: ExplainSources): Promise<Explained> {
  const raw = redact(record);
  const [decoded] = decode(record, sources.now());
  if (decoded === undefined) return { found: 'unreadable', problem: 'The record is empty', raw };
  if (decoded.kind === 'set-aside') return { found: 'unreadable', problem: decoded.reason, raw };
  const { event } = decoded;
  const touched = screen(event);
  if ('reason' in touched) return { found: 'event', event, raw, silence: touched, touches: [] };
  const touches = await Promise.all(
    touched.slice(0, TOUCHES).map(async ({ ref, touch }) => {
      const known = await sources.store.whose(ref.id);
      // Not its parts: whose they are says nothing of the whole.
      const owners = known.filter(({ id }) => spellings(ref).includes(id));
      return { ref, effect: touch.effect, owners };
    }),
  );
  return { found: 'event', event, raw, touches, ...(await silenceOf(event, touched, touches, sources)) };
}

async function silenceOf(
  event: AuditEvent,
  touched: readonly Touched[],
  touches: readonly Touching[],
  { store }: ExplainSources,
): Promise<{ silence?: { reason: Reason; why: string } }> {
  if (touches.every(({ owners }) => owners.length === 0)) {
    return { silence: { reason: 'not-owned', why: `No cluster owns ${touches.map(({ ref }) => ref.id).join(', ')}` } };
  }
  const clusters = new Map((await store.knownClusters()).map((cluster) => [cluster.id, cluster]));
  const fires = touches.some(({ owners }, index) =>
    owners.some((resource) => {
      const cluster = clusters.get(resource.clusterId);
      const touch = touched[index]?.touch;
      if (cluster === undefined || touch === undefined) return false;
      const { effect, strength } = touch;
      const operation = `${event.service}:${event.action}`;
      const context = {
        resource,
        cluster,
        effect,
        strength,
        operation,
        consequences: [],
        precautions: [],
        standing: 'outsider',
      } as const;
      return judge(event.params, context).length > 0;
    }),
  );
  return fires ? {} : { silence: { reason: 'not-risky', why: 'No rule speaks of this effect on these roles' } };
}

function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
