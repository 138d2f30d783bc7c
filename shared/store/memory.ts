import type { Finding } from '../model/finding.ts';
import { clusters } from './memory/clusters.ts';
import { decisions } from './memory/decisions.ts';
import { exceptions } from './memory/exceptions.ts';
import { findings } from './memory/findings.ts';
import { inventory } from './memory/inventory.ts';
import { leases } from './memory/leases.ts';
import { lookBack } from './memory/look-back.ts';
import { outbox } from './memory/outbox.ts';
import { snapshots } from './memory/snapshots.ts';
import { trust } from './memory/trust.ts';
import type { Store } from './store.ts';

/** `limit`: how many decisions are kept; the rest is sized after it. */
export interface MemoryOptions {
  readonly now?: () => Date;
  readonly limit?: number;
}

const DAY_MS = 86_400_000;
const SNAPSHOT_DAYS = 30;
const TOMBSTONE_DAYS = 90;

/**
 * The same store in the memory of one instance: for running without a database. It knows what this instance has seen
 * since it started, forgets what was not used for longest, and ends with it.
 */
export function memoryStore({ now = () => new Date(), limit = 5_000 }: MemoryOptions = {}): Store {
  const found = findings(limit, now);
  const decided = decisions(limit, found.isRefused);
  const owned = inventory(10 * limit, now);
  const known = clusters(limit, owned.retire);
  const seen = snapshots(limit, { hasOpenFinding: found.hasOpen, isWrittenTo: decided.isWrittenTo });
  const sent = outbox(limit, found.get, now);
  return {
    ...found.store,
    ...decided.store,
    ...owned.store,
    ...known.store,
    ...seen.store,
    ...sent.store,
    ...trust(limit),
    ...leases(limit, now),
    ...lookBack(decided.all, owned.store),
    ...exceptions(limit),
    record: async (recording) => {
      const { decision } = recording;
      if (!decided.decide(decision)) return 'duplicate';
      recording.findings.forEach(found.put);
      sent.put(recording.notifications);
      seen.save(recording.snapshots);
      recording.findings.filter(isDeclared).forEach(seen.accept);
      owned.putProven(recording.owned, decision.eventTime);
      owned.bury(decision, recording.gone);
      seen.touch(decision, recording.touchedByAck);
      sent.putEnds(found.endRestored(decision, recording.restored));
      return 'recorded';
    },
    saveInventory: async (part) => {
      known.save(part.cluster, part.at);
      await owned.store.saveInventory(part);
    },
    updateFinding: async (finding, readings) => {
      found.update(finding);
      seen.save(readings);
    },
    resolve: async (ids, at, by) => {
      for (const id of ids) {
        const finding = found.get(id);
        if (finding === undefined) continue;
        const { accountId, resources, eventTime } = finding;
        const writer = by ?? decided.lastWriter({ accountId, refs: resources, after: eventTime, upTo: at });
        sent.putEnds(found.end([id], at, writer));
      }
    },
    // Without a place to keep it, the log line of the caller is all that remains.
    setAside: () => Promise.resolve(),
    prune: async (at) => {
      seen.forget(new Date(at.getTime() - SNAPSHOT_DAYS * DAY_MS));
      owned.forgetTombstones(new Date(at.getTime() - TOMBSTONE_DAYS * DAY_MS));
    },
    close: () => Promise.resolve(),
  };
}

/** What trusted automation changed is how things should be. */
function isDeclared({ actor, outcome }: Finding): boolean {
  return actor.standing === 'declared' && outcome === 'success';
}
