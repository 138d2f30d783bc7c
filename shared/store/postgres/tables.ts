import type { ColumnType, RawBuilder } from 'kysely';
import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import type { Delivery, News } from '../../model/notification.ts';
import type { ResourceKind, Role } from '../../model/resource.ts';
import type { Snapshot } from '../../model/change.ts';
import type { Kind } from '../outbox.ts';
import type { StoredFinding } from './stored-finding.ts';

type Given<T> = ColumnType<T, RawBuilder<unknown>, RawBuilder<unknown>>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** The tables as the newest migration leaves them; columns are written in snake case there. */
export interface Tables {
  decisions: {
    accountId: string;
    region: string;
    eventId: string;
    operation: string;
    eventTime: Date;
    receivedAt: Date;
    outcome: Decision['outcome'];
    resources: string[];
    actor: string;
    why: string;
    facts: string[];
    via: string | null;
    raw: Given<unknown>;
    /** Names the attempt that wrote the row, so that one repeated after a lost connection recognises its own. */
    writtenBy: string;
    /** When a held event was last decided again without being settled. */
    triedAt: Date | null;
    decidedAt: Defaulted<Date>;
  };
  setAside: { digest: string; raw: string; reason: string; at: Date };
  findings: {
    id: string;
    accountId: string;
    region: string;
    eventId: string;
    eventTime: Date;
    receivedAt: Date;
    rule: string;
    rules: string[];
    rows: string[];
    severity: Finding['severity'];
    outcome: Finding['outcome'];
    isAlert: boolean;
    status: Finding['status'];
    operation: string;
    clusterId: string;
    actorType: string;
    actorName: string;
    standing: Finding['actor']['standing'];
    /** `kind id` of each resource. */
    refs: string[];
    reinspectAt: Date | null;
    resolvedAt: Date | null;
    resolvedBy: string | null;
    content: Given<StoredFinding>;
  };
  notifications: {
    id: string;
    findingId: string;
    accountId: string;
    region: string;
    channel: string;
    news: News;
    kind: Kind;
    /** What is told together. Of a message that was handed out once, its id. */
    bundle: string;
    severity: Finding['severity'];
    story: string;
    /** Resources that were new to the story. */
    fresh: string[];
    insteadOf: string | null;
    /** When it was to be told first. */
    dueAt: Date;
    state: Defaulted<Delivery['state']>;
    nextAttempt: Defaulted<Date>;
    leasedUntil: Date | null;
    attempts: Defaulted<number>;
    mayBeRepeat: Defaulted<boolean>;
    lastWhy: string | null;
    createdAt: Defaulted<Date>;
    settledAt: Date | null;
  };
  /** A story as one channel hears it. */
  stories: {
    accountId: string;
    region: string;
    story: string;
    channel: string;
    openedBy: string;
    openedAt: Date;
    lastAt: Date;
    findings: number;
    severity: Finding['severity'];
    resources: string[];
  };
  /** `announcedAt`: when another channel was told that this one is closed. */
  channels: { channel: string; closedUntil: Date | null; closedWhy: string | null; announcedAt: Date | null };
  /** Every post of the last minute: what a robot still takes is counted from them. */
  posts: { channel: string; at: Date; isCritical: boolean };
  leases: { name: string; token: string; until: Date };
  marks: { name: string; at: Date; isComplete: boolean };
  clusters: {
    accountId: string;
    region: string;
    id: string;
    name: string;
    type: string;
    state: string;
    vpcId: string | null;
    podCidrs: string[];
    workerRoleName: string | null;
    seenAt: Date;
    missed: Defaulted<number>;
    missedAt: Date | null;
    retiredAt: Date | null;
  };
  inventory: {
    accountId: string;
    region: string;
    kind: ResourceKind;
    id: string;
    clusterId: string;
    role: Role;
    name: string | null;
    parentKind: ResourceKind | null;
    parentId: string | null;
    facts: Given<Readonly<Record<string, string | number | boolean>>>;
    via: string;
    /** Who listed it last; null until a collector has seen it. */
    collector: string | null;
    /** The last proof of life: a listing, or the event of its creation. */
    seenAt: Date | null;
    rememberedAt: Date | null;
    missed: Defaulted<number>;
    missedAt: Date | null;
    stale: Defaulted<boolean>;
    tombstonedAt: Date | null;
  };
  /** What delete events said, also of resources that nobody knows (yet): events come out of order. */
  departures: { accountId: string; region: string; kind: ResourceKind; id: string; at: Date };
  /** Ids are unique inside an account, so the region is not part of what is asked. */
  unowned: { accountId: string; id: string; until: Date };
  /** RAM knows no regions. */
  trusts: {
    accountId: string;
    roleName: string;
    services: string[];
    onlyServices: boolean;
    verifiedAt: Date;
    distrusted: Defaulted<boolean>;
  };
  snapshots: SnapshotKey & { hash: string; content: Given<Snapshot['content']> };
  baselines: SnapshotKey & { proven: Defaulted<boolean>; touchedByAckAt: Date | null };
}

interface SnapshotKey {
  accountId: string;
  region: string;
  kind: ResourceKind;
  id: string;
  aspect: string;
  observedAt: Date;
}
