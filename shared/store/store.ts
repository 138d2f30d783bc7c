import type { Snapshot } from '../model/change.ts';
import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import type { Delivery, Notification } from '../model/notification.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';

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
}

/** The trust of one RAM role, as last read. `services` are the principals its trust policy names. */
export interface Trust {
  readonly accountId: string;
  /** Lower case. */
  readonly roleName: string;
  readonly services: readonly string[];
  readonly onlyServices: boolean;
  readonly verifiedAt: Date;
}

/** A notification that is due, with what it tells. */
export interface Due {
  readonly notification: Notification;
  readonly finding: Finding;
  readonly attempts: number;
}

/** What ackwatch remembers. Every method may throw StoreError. */
export interface Store {
  /** Inserts with `on conflict do nothing`; `duplicate` when the event was already decided, then nothing was written. */
  readonly record: (recording: Recording) => Promise<'recorded' | 'duplicate'>;
  readonly isDecided: (event: { accountId: string; region: string; eventId: string }) => Promise<boolean>;
  /** A record that could not be read, kept for a person. The same bytes are kept once. */
  readonly setAside: (item: { raw: string; reason: string; at: Date }) => Promise<void>;

  /** Owners of each id, tombstoned ones included; ids without owner are absent. */
  readonly ownersOf: (
    accountId: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly OwnedResource[]>>;
  readonly clusters: (accountId: string) => Promise<readonly Cluster[]>;
  readonly resourcesOf: (clusterId: string) => Promise<readonly OwnedResource[]>;
  /**
   * Replaces what one collector knows of one cluster. `complete` false: add and refresh, tombstone nothing, mark stale.
   * A resource is tombstoned when two complete collections in a row lack it.
   */
  readonly saveInventory: (part: {
    cluster: Cluster;
    collector: string;
    resources: readonly OwnedResource[];
    complete: boolean;
    at: Date;
  }) => Promise<void>;
  readonly remember: (owned: readonly OwnedResource[], at: Date) => Promise<void>;

  readonly trustOf: (accountId: string, roleNames: readonly string[]) => Promise<readonly Trust[]>;
  readonly saveTrust: (trust: Trust) => Promise<void>;
  /** An event touched the role: its trust counts as unverified until read again. */
  readonly distrust: (accountId: string, roleName: string) => Promise<void>;

  /** The newest snapshot of each resource read earlier than `at`; absent where there is none. Keyed `kind id`. */
  readonly snapshotsBefore: (
    accountId: string,
    refs: readonly ResourceRef[],
    at: Date,
  ) => Promise<ReadonlyMap<string, Snapshot>>;
  readonly baselines: (accountId: string, refs: readonly ResourceRef[]) => Promise<ReadonlyMap<string, Snapshot>>;
  /** Written only where the hash differs from the newest one; the first becomes the baseline. */
  readonly saveSnapshots: (snapshots: readonly Snapshot[]) => Promise<void>;

  readonly finding: (id: string) => Promise<Finding | undefined>;
  readonly openFindings: (accountId: string, refs: readonly ResourceRef[]) => Promise<readonly Finding[]>;
  readonly resolve: (findingIds: readonly string[], at: Date) => Promise<void>;
  readonly undecidedOwnership: (limit: number) => Promise<readonly Decision[]>;

  /** Leases up to `limit` pending notifications that are due (database time) for `leaseMs`. `only` narrows to these ids. */
  readonly lease: (limit: number, leaseMs: number, only?: readonly string[]) => Promise<readonly Due[]>;
  readonly settle: (notificationId: string, delivery: Delivery) => Promise<void>;
  readonly close: () => Promise<void>;
}
