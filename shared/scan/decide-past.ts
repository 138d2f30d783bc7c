import { findingId } from '../findings/find.ts';
import type { Reason } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Decoded } from '../sources/actiontrail/decode.ts';
import { screen } from '../steps/screen.ts';
import type { World } from '../steps/steps.ts';
import type { Store } from '../store/store.ts';
import { watch } from '../watch.ts';
import type { Verdict } from './tally.ts';

/** What deciding an event of the past needs. */
export interface Past {
  readonly store: Pick<Store, 'decision' | 'finding' | 'clusters'>;
  readonly world: World;
  readonly accountId: string;
}

const UNDECIDED: ReadonlySet<Reason> = new Set(['ownership-unknown', 'unverified']);

/** Takes one event through the path of a live one. What was decided before is looked up. */
export async function decidePast(item: Decoded, past: Past): Promise<Verdict> {
  const { findings, disregarded } = await watch(item, {
    decode: () => [item],
    screen,
    world: () => Promise.resolve(past.world),
    log: () => undefined,
  });
  if (item.kind === 'set-aside') return { findings, silence: 'set-aside' };
  const [silence] = disregarded;
  if (silence === undefined) return { findings };
  return silence.reason === 'duplicate' ? recall(item.event, past) : silent(item.event, silence.reason, silence.why);
}

/** What an earlier run made of the event. */
async function recall(event: AuditEvent, { store, accountId }: Past): Promise<Verdict> {
  const decision = await store.decision({ accountId: event.accountId, region: event.region, eventId: event.id });
  if (decision === undefined) return { findings: [], silence: 'duplicate' };
  const { outcome, why } = decision;
  if (outcome !== 'finding') return silent(event, outcome, why);
  const clusters = await store.clusters(accountId);
  const found = await Promise.all(clusters.map(({ id }) => store.finding(findingId(event, id))));
  return { findings: found.filter((one) => one !== undefined) };
}

function silent(event: AuditEvent, silence: Reason, why: string): Verdict {
  return { findings: [], silence, ...(UNDECIDED.has(silence) ? { undecided: { event, why } } : {}) };
}
