import type { StoreOptions } from './postgres/assemble.ts';
import type { AuditStore } from './audit.ts';
import type { VitalsStore } from './vitals.ts';
import type { Store } from './store.ts';

/** Everything that a database remembers. */
export type FullStore = Store & AuditStore & VitalsStore;

/**
 * The store on PostgreSQL. Opening costs nothing: the driver is loaded and the one connection made by the first call,
 * so an event that needs no store pays for none.
 */
export function openStore(options: StoreOptions): FullStore {
  let opening: Promise<FullStore> | undefined;
  const store = (): Promise<FullStore> => {
    opening ??= import('./postgres/assemble.ts').then(({ openPostgres }) => openPostgres(options));
    return opening;
  };
  return {
    record: async (recording) => (await store()).record(recording),
    isDecided: async (event) => (await store()).isDecided(event),
    decision: async (event) => (await store()).decision(event),
    held: async (limit) => (await store()).held(limit),
    setAside: async (item) => (await store()).setAside(item),
    ownersOf: async (...asked) => (await store()).ownersOf(...asked),
    clusters: async (...asked) => (await store()).clusters(...asked),
    resourcesOf: async (clusterId) => (await store()).resourcesOf(clusterId),
    saveInventory: async (part) => (await store()).saveInventory(part),
    retireClusters: async (listing) => (await store()).retireClusters(listing),
    remember: async (...told) => (await store()).remember(...told),
    rememberUnowned: async (...told) => (await store()).rememberUnowned(...told),
    unownedAmong: async (...asked) => (await store()).unownedAmong(...asked),
    trustOf: async (...asked) => (await store()).trustOf(...asked),
    saveTrust: async (trust) => (await store()).saveTrust(trust),
    distrust: async (...told) => (await store()).distrust(...told),
    trusts: async (accountId) => (await store()).trusts(accountId),
    snapshotsBefore: async (...asked) => (await store()).snapshotsBefore(...asked),
    baselines: async (...asked) => (await store()).baselines(...asked),
    saveSnapshots: async (snapshots) => (await store()).saveSnapshots(snapshots),
    advanceBaselines: async (...told) => (await store()).advanceBaselines(...told),
    laterWrites: async (...asked) => (await store()).laterWrites(...asked),
    finding: async (id) => (await store()).finding(id),
    openFindings: async (...asked) => (await store()).openFindings(...asked),
    oldestOpen: async (...asked) => (await store()).oldestOpen(...asked),
    dueForInspection: async (limit) => (await store()).dueForInspection(limit),
    updateFinding: async (...told) => (await store()).updateFinding(...told),
    resolve: async (...told) => (await store()).resolve(...told),
    hasAlertedUnverified: async (...asked) => (await store()).hasAlertedUnverified(...asked),
    announce: async (notifications) => (await store()).announce(notifications),
    take: async (asked) => (await store()).take(asked),
    settle: async (...told) => (await store()).settle(...told),
    closeChannel: async (...told) => (await store()).closeChannel(...told),
    passOn: async (asked) => (await store()).passOn(asked),
    abandonOthers: async (...told) => (await store()).abandonOthers(...told),
    hold: async (...asked) => (await store()).hold(...asked),
    release: async (...told) => (await store()).release(...told),
    mark: async (name) => (await store()).mark(name),
    setMark: async (...told) => (await store()).setMark(...told),
    undecided: async (events) => (await store()).undecided(events),
    vitals: async (accountIds) => (await store()).vitals(accountIds),
    counts: async (...asked) => (await store()).counts(...asked),
    horizon: async () => (await store()).horizon(),
    isPast: async (horizon) => (await store()).isPast(horizon),
    lastSeal: async () => (await store()).lastSeal(),
    entriesAfter: async (...asked) => (await store()).entriesAfter(...asked),
    addSeal: async (seal) => (await store()).addSeal(seal),
    seals: async (...asked) => (await store()).seals(...asked),
    sealedEntries: async (...asked) => (await store()).sealedEntries(...asked),
    unsealed: async () => (await store()).unsealed(),
    strayEntries: async () => (await store()).strayEntries(),
    decisionFaults: async (...asked) => (await store()).decisionFaults(...asked),
    unwrittenDecisions: async (after) => (await store()).unwrittenDecisions(after),
    retire: async (olderThan) => (await store()).retire(olderThan),
    exceptions: async (accountId) => (await store()).exceptions(accountId),
    suppress: async (...told) => (await store()).suppress(...told),
    declare: async (...told) => (await store()).declare(...told),
    endException: async (id) => (await store()).endException(id),
    resolvedBefore: async (finding) => (await store()).resolvedBefore(finding),
    openFindingsOf: async (clusterId) => (await store()).openFindingsOf(clusterId),
    decidedOn: async (...asked) => (await store()).decidedOn(...asked),
    echoesOf: async (...asked) => (await store()).echoesOf(...asked),
    prune: async (now) => (await store()).prune(now),
    close: async () => {
      if (opening) await (await opening).close();
    },
  };
}
