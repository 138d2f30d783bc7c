import type { Seal } from '../model/audit.ts';
import type { AuditStore } from '../store/audit.ts';
import { hashOf } from './hash.ts';

/** What is wrong with the audit. */
export interface Fault {
  readonly kind: 'changed' | 'missing' | 'added';
  /** One English sentence that names the seal, entry or decision. */
  readonly what: string;
}

/** What verifying found. */
export interface Verification {
  readonly seals: number;
  readonly entries: number;
  /** Hash of the newest seal: to be compared with what the log and the daily digest told. */
  readonly newest: string | undefined;
  readonly faults: readonly Fault[];
  /** Entries that no seal covers yet. */
  readonly unsealed: number;
  /** Entries of which only the seal is kept. */
  readonly retired: number;
}

const SEALS_AT_A_TIME = 200;

/** Recomputes the whole chain and holds every decision against what was written down of it. */
export async function verifyAudit(
  store: Pick<
    AuditStore,
    'seals' | 'sealedEntries' | 'unsealed' | 'strayEntries' | 'decisionFaults' | 'unwrittenDecisions'
  >,
): Promise<Verification> {
  const faults: Fault[] = [];
  let [seals, entries, retired] = [0, 0, 0];
  let before: Seal | undefined;
  for (;;) {
    const some = await store.seals(before?.number ?? 0, SEALS_AT_A_TIME);
    for (const seal of some) {
      faults.push(...chainFaults(seal, before));
      if (seal.retiredAt === undefined) {
        faults.push(...(await contentFaults(seal, store)));
        faults.push(...(await decisionFaults(seal.firstId, seal.lastId, store)));
        entries += seal.count;
      } else retired += seal.count;
      seals += 1;
      before = seal;
    }
    if (some.length < SEALS_AT_A_TIME) break;
  }
  const strays = await store.strayEntries();
  if (strays > 0) faults.push({ kind: 'added', what: `${strays} entries stand between seals or under a retired one` });
  faults.push(...(await decisionFaults(String(BigInt(before?.lastId ?? '0') + 1n), END, store)));
  faults.push(...(await unwritten(store)));
  const unsealed = await store.unsealed();
  return { seals, entries: entries + unsealed, newest: before?.hash, faults, unsealed, retired };
}

/** The greatest id that there can be. */
const END = '9223372036854775807';

const DECISIONS = {
  changed: 'is not what was written down',
  missing: 'was written down and is not there',
  added: 'is there and was never written down',
} as const;

function chainFaults(seal: Seal, before: Seal | undefined): readonly Fault[] {
  const faults: Fault[] = [];
  const expected = (before?.number ?? 0) + 1;
  if (seal.number !== expected) {
    faults.push({ kind: 'missing', what: `seal ${expected} is not there; seal ${seal.number} follows` });
  } else if (seal.previous !== (before?.hash ?? '')) {
    faults.push({ kind: 'changed', what: `seal ${seal.number} does not continue seal ${expected - 1}` });
  }
  return faults;
}

async function contentFaults(seal: Seal, store: Pick<AuditStore, 'sealedEntries'>): Promise<readonly Fault[]> {
  const { number, count, firstId, lastId, previous, hash } = seal;
  const entries = await store.sealedEntries(firstId, lastId);
  if (entries.length < count) {
    return [
      { kind: 'missing', what: `${count - entries.length} of ${count} entries under seal ${number} are not there` },
    ];
  }
  if (entries.length > count) {
    return [{ kind: 'added', what: `${entries.length - count} entries more than sealed stand under seal ${number}` }];
  }
  if (hashOf(previous, entries) === hash) return [];
  return [{ kind: 'changed', what: `entries ${firstId} to ${lastId} are not those that seal ${number} was put on` }];
}

async function decisionFaults(
  firstId: string,
  lastId: string,
  store: Pick<AuditStore, 'decisionFaults'>,
): Promise<readonly Fault[]> {
  const found = await store.decisionFaults(firstId, lastId);
  return found.map(({ kind, subject }) => ({ kind, what: `the decision on ${subject} ${DECISIONS[kind]}` }));
}

async function unwritten(store: Pick<AuditStore, 'unwrittenDecisions'>): Promise<readonly Fault[]> {
  const subjects: string[] = [];
  let next: string | undefined;
  do {
    const part = await store.unwrittenDecisions(next);
    subjects.push(...part.subjects);
    next = part.next;
  } while (next !== undefined);
  return subjects.map((subject) => ({ kind: 'added', what: `the decision on ${subject} ${DECISIONS.added}` }));
}
