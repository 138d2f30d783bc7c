import type { Seal } from '../model/audit.ts';
import type { AuditStore, Horizon } from '../store/audit.ts';
import { hashOf } from './hash.ts';

/** What sealing needs. `horizon`: taken some time ago, so that everybody who was writing then is done. */
export interface Sealing {
  readonly store: Pick<AuditStore, 'isPast' | 'lastSeal' | 'entriesAfter' | 'addSeal'>;
  readonly horizon: Horizon;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Entries of one seal: it is recomputed whole. */
const AT_A_TIME = 2_000;
const BATCHES = 50;

/**
 * Seals what was written before the horizon, batch by batch. Each seal goes to the function's log: whoever rewrites the
 * chain later cannot rewrite that. Somebody who was in the middle of writing then puts it off to the next time.
 */
export async function sealAudit({ store, horizon, log }: Sealing): Promise<readonly Seal[]> {
  const seals: Seal[] = [];
  if (!(await store.isPast(horizon))) return seals;
  let last = await store.lastSeal();
  while (seals.length < BATCHES) {
    const entries = await store.entriesAfter(last?.lastId ?? '0', horizon.upTo, AT_A_TIME);
    const [first] = entries;
    const end = entries.at(-1);
    if (first === undefined || end === undefined) return seals;
    const previous = last?.hash ?? '';
    const range = { count: entries.length, firstId: first.id, lastId: end.id };
    const hash = hashOf(previous, entries);
    const seal = await store.addSeal({ number: (last?.number ?? 0) + 1, ...range, hash, previous });
    if (seal === undefined) return seals; // another sweep was faster
    log('audit sealed', { number: seal.number, ...range, hash, previous });
    seals.push(seal);
    last = seal;
  }
  return seals;
}
