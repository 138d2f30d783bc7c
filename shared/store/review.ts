import type { AuditEntry } from '../model/audit.ts';
import type { Actor } from '../model/actor.ts';
import type { Decision } from '../model/decision.ts';
import type { Finding, Status } from '../model/finding.ts';
import type { Delivery } from '../model/notification.ts';
import type { Cluster, OwnedResource, Role } from '../model/resource.ts';
import type { Severity } from '../model/severity.ts';
import type { Access } from './review-access.ts';
import type { Reviewing, Verdict } from './reviewing.ts';

/** Which findings are wanted; what is absent narrows nothing. */
export interface FindingFilter {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly accountId?: string | undefined;
  readonly region?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly row?: string | undefined;
  readonly rule?: string | undefined;
  readonly severities?: readonly Severity[];
  readonly statuses?: readonly Status[];
  /** `none`: nobody has said anything yet. */
  readonly verdict?: Verdict | 'none' | undefined;
  /** A name; case does not matter. */
  readonly actor?: string | undefined;
  /** An id, or that of the whole of which a part was touched. */
  readonly resource?: string | undefined;
  /** Words, all of which the finding holds; each may be the beginning of one. */
  readonly text?: string | undefined;
}

export const FINDING_ORDERS = ['newest', 'oldest', 'severity'] as const;
export type FindingOrder = (typeof FINDING_ORDERS)[number];

/** Which decisions are wanted. */
export interface DecisionFilter {
  readonly eventId?: string | undefined;
  /** Ids of one resource and its parts. */
  readonly resources?: readonly string[] | undefined;
  readonly outcome?: Decision['outcome'] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** A part of a list. `next` is where the following part begins; absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** Which part of a list: how many items, and after which. */
export interface PageOf {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A finding with what became of it in review. */
export interface Reviewed {
  readonly finding: Finding;
  readonly verdict?: Verdict | undefined;
}

/** One notification and how far it came. */
export interface Told {
  readonly id: string;
  readonly channel: string;
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly why?: string | undefined;
  readonly createdAt: Date;
  readonly settledAt?: Date | undefined;
}

/** A decision as a list shows it: without the record. */
export type Decided = Omit<Decision, 'raw' | 'facts'>;

/** A decision with what it rests on. */
export interface Evidence extends Pick<Decision, 'raw' | 'facts'> {
  readonly decided: Decided;
}

/** What names an event. */
type Event = Pick<Decision, 'accountId' | 'region' | 'eventId'>;

/** How well the machinery runs. */
export interface Health {
  readonly waiting: number;
  readonly oldestWaiting?: Date | undefined;
  readonly abandoned: number;
  readonly delivered: number;
  /** Events whose owner or actor nobody could tell yet; counted up to a thousand. */
  readonly held: number;
  readonly setAside: number;
  readonly lastReceived?: Date | undefined;
  /** Resources of which the last listing failed. */
  readonly stale: number;
  /** When each living cluster was collected last, the longest ago first. */
  readonly collected: readonly Date[];
  readonly lastSweep?: Date | undefined;
  /** How far the trail's history was compared with what arrived, by region. */
  readonly compared: readonly { readonly region: string; readonly upTo: Date }[];
}

/** A cluster and how much is known of it. */
export interface KnownCluster extends Cluster {
  readonly seenAt: Date;
  readonly retiredAt?: Date | undefined;
  readonly resources: number;
  readonly stale: number;
}

/** What one source tells of one cluster. */
export interface Coverage {
  /** The collector, or how a resource that no collector saw was learned of. */
  readonly source: string;
  readonly resources: number;
  readonly stale: number;
  readonly seenAt?: Date | undefined;
}

/** A resource as the inventory knows it, with the state that it should have. */
export interface KnownResource extends OwnedResource {
  readonly seenAt?: Date | undefined;
  readonly stale: boolean;
  readonly tombstonedAt?: Date | undefined;
  /** When the state that it should have was read, and whether that is more than the first sight of it. */
  readonly baseline?: { readonly observedAt: Date; readonly isProven: boolean } | undefined;
}

/** How often a row of the manual was hit. */
export interface RowCount {
  readonly row: string;
  readonly count: number;
  readonly last: Date;
}

/** What the review page reads, and the little that it writes. Every method may throw StoreError. */
export interface ReviewStore extends Access, Reviewing {
  readonly openCounts: () => Promise<
    readonly {
      readonly clusterId: string;
      readonly clusterName: string;
      readonly severity: Severity;
      readonly count: number;
    }[]
  >;
  /** Findings per hour or day of the time zone; `at` is its beginning. */
  readonly timeline: (asked: {
    readonly from: Date;
    readonly unit: 'hour' | 'day';
    readonly timeZone: string;
  }) => Promise<readonly { readonly at: Date; readonly severity: Severity; readonly count: number }[]>;
  readonly topActors: (
    from: Date,
    limit: number,
  ) => Promise<readonly (Pick<Actor, 'type' | 'name'> & { readonly count: number; readonly last: Date })[]>;
  readonly rowCounts: (from: Date) => Promise<readonly RowCount[]>;
  /** When each row of the manual was hit last; one that never was is absent. */
  readonly rowsSeen: () => Promise<ReadonlyMap<string, Date>>;
  readonly health: () => Promise<Health>;

  readonly findings: (filter: FindingFilter, order: FindingOrder, page: PageOf) => Promise<Page<Reviewed>>;
  readonly reviewed: (id: string) => Promise<Reviewed | undefined>;
  readonly told: (findingId: string) => Promise<readonly Told[]>;
  /** Other findings of the same event, resource or actor within an hour before and after, nearest first. */
  readonly related: (finding: Finding) => Promise<readonly Reviewed[]>;
  /** What else happened to the same resources within an hour before and after, in order. */
  readonly around: (finding: Finding) => Promise<readonly Decided[]>;
  /** What became of one event, with the record and the facts that it rests on. */
  readonly decision: (event: Event) => Promise<Evidence | undefined>;
  readonly findingsOf: (event: Event) => Promise<readonly Reviewed[]>;

  /** What the audit says of the finding: its event's decision, its messages, its review, its end. */
  readonly audited: (finding: Finding) => Promise<readonly AuditEntry[]>;

  readonly decisions: (filter: DecisionFilter, page: PageOf) => Promise<Page<Decided>>;
  /** The id itself, its spellings, and every part of it that the inventory knows. */
  readonly partsOf: (resourceId: string) => Promise<readonly string[]>;

  /** Living clusters first, then those that are gone. */
  readonly clusterNames: () => Promise<readonly Pick<Cluster, 'id' | 'name'>[]>;
  readonly knownClusters: () => Promise<readonly KnownCluster[]>;
  readonly knownCluster: (id: string) => Promise<KnownCluster | undefined>;
  readonly coverage: (clusterId: string) => Promise<readonly Coverage[]>;
  readonly roleCounts: (clusterId: string) => Promise<readonly { readonly role: Role; readonly count: number }[]>;
  readonly known: (clusterId: string, role: Role | undefined, page: PageOf) => Promise<Page<KnownResource>>;
  /** Every cluster that owns it or a part of it, or did during the last 90 days. */
  readonly whose: (resourceId: string) => Promise<readonly KnownResource[]>;
  readonly close: () => Promise<void>;
}
