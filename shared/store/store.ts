import type { Snapshot } from '../model/change.ts';
import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import type { Notification } from '../model/notification.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import type { LookBack } from './look-back.ts';
import type { Outbox } from './outbox.ts';
import type { Precedents, Upkeep } from './upkeep.ts';

/** Everything one event writes, in one transaction. */
export interface Recording {
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  readonly snapshots: readonly Snapshot[];
  readonly notifications: readonly Notification[];
  /** Resources that the event itself proves (ACK's own creations). */
  readonly owned: readonly OwnedResource[];
  /** Resources that the event deleted: tombstoned at `eventTime`. */
  readonly gone: readonly ResourceRef[];
  /** Resources that ACK itself changed at `eventTime`: their baseline follows them in the next sweep. */
  readonly touchedByAck: readonly ResourceRef[];
  /** Open findings on these resources end: the event put things right. */
  readonly restored: readonly ResourceRef[];
}

/** What names an event. */
export type EventKey = Pick<Decision, 'accountId' | 'region' | 'eventId'>;

/** The trust of one RAM role, as last read. `services` are the principals its trust policy names. */
export interface Trust {
  readonly accountId: string;
  /** Lower case. */
  readonly roleName: string;
  readonly services: readonly string[];
  readonly onlyServices: boolean;
  readonly verifiedAt: Date;
}

/** What ackwatch remembers. Every method may throw StoreError. */
export interface Store extends Outbox, Upkeep, Precedents, LookBack {
  /**
   * Inserts with `on conflict do nothing`; `duplicate` when the event was already decided, then nothing was written.
   * A decision that is held (`ownership-unknown`, `unverified`) gives way to one that settles the event.
   */
  readonly record: (recording: Recording) => Promise<'recorded' | 'duplicate'>;
  readonly isDecided: (event: EventKey) => Promise<boolean>;
  readonly decision: (event: EventKey) => Promise<Decision | undefined>;
  /** Whether a finding by this role with standing `unverified` has already alerted since then: once per role is enough. */
  readonly hasAlertedUnverified: (accountId: string, roleName: string, since: Date) => Promise<boolean>;
  /**
   * Held decisions with the redacted record to decide again, oldest first; those that were tried again and are still
   * held come after the rest, so that a hopeless one keeps nobody waiting.
   */
  readonly held: (limit: number) => Promise<readonly Decision[]>;
  /** A record that could not be read, kept for a person. The same bytes are kept once. */
  readonly setAside: (item: { raw: string; reason: string; at: Date }) => Promise<void>;

  /**
   * Owners of each id; ids without owner are absent. Of a resource that no cluster has any more, the tombstoned owners
   * of the last 90 days; while it lives anywhere, those where it lives.
   */
  readonly ownersOf: (
    accountId: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly OwnedResource[]>>;
  /** All of an account, or those of these ids. */
  readonly clusters: (accountId: string, ids?: readonly string[]) => Promise<readonly Cluster[]>;
  /** Living resources of one cluster. */
  readonly resourcesOf: (clusterId: string) => Promise<readonly OwnedResource[]>;
  /**
   * Replaces what one collector knows of one cluster. `complete` false: add and refresh, tombstone nothing, mark stale.
   * A resource is tombstoned when two complete collections in a row, both begun after it was last seen or remembered,
   * lack it. `at` is when the collection began.
   */
  readonly saveInventory: (part: {
    cluster: Cluster;
    collector: string;
    resources: readonly OwnedResource[];
    complete: boolean;
    at: Date;
  }) => Promise<void>;
  /**
   * The ids of every cluster that a complete listing of one region found. One that two such listings in a row lack is
   * gone, and everything it owned is tombstoned.
   */
  readonly retireClusters: (listing: {
    accountId: string;
    region: string;
    ids: readonly string[];
    at: Date;
  }) => Promise<void>;
  /** Adds what a look-up or an event proved. No collector misses it before having seen it once. */
  readonly remember: (owned: readonly OwnedResource[], at: Date) => Promise<void>;
  /** Ids that were looked up and that no cluster owns: not asked again before `until`. */
  readonly rememberUnowned: (accountId: string, ids: readonly string[], until: Date) => Promise<void>;
  readonly unownedAmong: (accountId: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;

  readonly trustOf: (accountId: string, roleNames: readonly string[]) => Promise<readonly Trust[]>;
  readonly saveTrust: (trust: Trust) => Promise<void>;
  /** An event touched the role: its trust counts as unverified until read again. */
  readonly distrust: (accountId: string, roleName: string) => Promise<void>;
  /** Every role whose trust was ever read: the sweep reads them anew. */
  readonly trusts: (accountId: string) => Promise<readonly Trust[]>;

  /** The newest snapshot of each resource's aspect read earlier than `at`; absent where there is none. Key: `snapshotKey`. */
  readonly snapshotsBefore: (
    accountId: string,
    refs: readonly ResourceRef[],
    at: Date,
  ) => Promise<ReadonlyMap<string, Snapshot>>;
  readonly baselines: (accountId: string, refs: readonly ResourceRef[]) => Promise<ReadonlyMap<string, Snapshot>>;
  /** Written only where the hash differs from the newest one; the first becomes the (unproven) baseline. */
  readonly saveSnapshots: (snapshots: readonly Snapshot[]) => Promise<void>;
  /**
   * Moves baselines to the newest snapshot where ACK touched the resource, the snapshot is older than 30 minutes, no
   * outsider's event lies between and no finding on it is open. Returns how many moved.
   */
  readonly advanceBaselines: (accountId: string, now: Date) => Promise<number>;
  /**
   * The ids of those resources that were written to after `eventTime`, as far as decided events tell: by anybody, ACK
   * included; dry runs and refused calls wrote nothing.
   */
  readonly laterWrites: (
    accountId: string,
    refs: readonly ResourceRef[],
    eventTime: Date,
  ) => Promise<ReadonlySet<string>>;

  readonly finding: (id: string) => Promise<Finding | undefined>;
  /** Neither resolved nor suppressed; a refused call left nothing open. `operations`: in small letters; only of these. */
  readonly openFindings: (
    accountId: string,
    refs: readonly ResourceRef[],
    operations?: readonly string[],
  ) => Promise<readonly Finding[]>;
  /**
   * Of the open findings of before, the oldest of those that name the same resources and compared the same of them: a
   * storm leaves hundreds that say the same. Oldest first.
   */
  readonly oldestOpen: (accountId: string, refs: readonly ResourceRef[], before: Date) => Promise<readonly Finding[]>;
  /** Findings whose `reinspectAt` has come, by the database's clock. */
  readonly dueForInspection: (limit: number) => Promise<readonly Finding[]>;
  /** Replaces what is known of a finding (comparisons, restore, status, `reinspectAt`); a resolved one stays resolved. */
  readonly updateFinding: (finding: Finding, snapshots: readonly Snapshot[]) => Promise<void>;
  /**
   * Ends findings and tells those who were alerted. `by`: who put things right; else whoever wrote last to one of the
   * resources after the deed, as far as decided events tell.
   */
  readonly resolve: (findingIds: readonly string[], at: Date, by?: string) => Promise<void>;

  /**
   * Forgets what has served: snapshots from before the last 30 days but for the one in force when they began, tombstones
   * after 90. At most some thousand rows a call; decisions, findings and records set aside are evidence and stay.
   */
  readonly prune: (now: Date) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Under which snapshots of one resource's aspect are kept in maps. */
export function snapshotKey({ kind, id, aspect }: Pick<Snapshot, 'kind' | 'id' | 'aspect'>): string {
  return `${kind} ${id} ${aspect}`;
}
