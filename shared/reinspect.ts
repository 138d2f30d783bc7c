import { StoreError } from './errors.ts';
import type { Finding } from './model/finding.ts';
import { decode } from './sources/actiontrail/decode.ts';
import { screen } from './steps/screen.ts';
import type { World } from './steps/steps.ts';
import type { Store } from './store/store.ts';

/** What reading again needs. */
export interface Reinspection {
  readonly store: Pick<Store, 'dueForInspection' | 'decision' | 'updateFinding'>;
  readonly world: Pick<World, 'own' | 'inspect'>;
  readonly now: () => Date;
  /** Milliseconds since the epoch after which no further one is begun. */
  readonly deadline: number;
  readonly limit: number;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** A note that the new reading makes untrue. */
const UNREAD = 'The state after the call is not known';

/** A call that works asynchronously had not changed anything when its finding was made: reads the state once more. */
export async function reinspect({ store, world, now, deadline, limit, log }: Reinspection): Promise<void> {
  for (const finding of await store.dueForInspection(limit)) {
    if (now().getTime() > deadline) return;
    const { reinspectAt: _, ...settled } = finding;
    const seen = await lookAgain(finding, { store, world, log });
    if (seen === undefined) {
      await store.updateFinding(settled, []);
      continue;
    }
    const { comparisons, restore, snapshots } = seen;
    const notes = [...new Set([...finding.notes.filter((note) => !note.startsWith(UNREAD)), ...seen.notes])];
    await store.updateFinding({ ...settled, comparisons, restore, notes }, snapshots);
    log('finding inspected again', { finding: finding.id, changes: comparisons.length, at: now().toISOString() });
  }
}

/** What a fault of ours keeps from being read stays as it was: it must not be tried for ever, nor stop the rest. */
async function lookAgain(finding: Finding, asked: Pick<Reinspection, 'store' | 'world' | 'log'>) {
  try {
    return await read(finding, asked);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    asked.log('finding not inspected', { finding: finding.id, why: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
}

async function read(finding: Finding, { store, world }: Pick<Reinspection, 'store' | 'world'>) {
  const decision = await store.decision(finding);
  if (decision === undefined) return undefined;
  const [item] = decode(decision.raw, decision.receivedAt);
  if (item?.kind !== 'event') return undefined;
  const touched = screen(item.event);
  if ('reason' in touched) return undefined;
  const { parts } = await world.own(item.event, touched);
  const part = parts.find(({ cluster }) => cluster.id === finding.cluster.id);
  return part === undefined ? undefined : world.inspect(item.event, part);
}
