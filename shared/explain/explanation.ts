import type { Claim } from '../actors/claim.ts';
import type { Change } from '../model/change.ts';
import type { Standing } from '../model/actor.ts';
import type { Decision, Reason } from '../model/decision.ts';
import type { Status } from '../model/finding.ts';
import type { Effect, Strength } from '../model/operation.ts';
import type { ResourceRef, Role } from '../model/resource.ts';
import type { Severity } from '../model/severity.ts';
import type { Screened } from '../operations/screen.ts';

/** One line of the table: what the call does to one kind of resource, and whether it does so this time. */
export interface TableLine {
  readonly kind: ResourceRef['kind'];
  readonly effect: Effect;
  readonly strength: Strength;
  readonly when?: string;
  readonly holds: boolean;
  readonly ids: readonly string[];
}

/** Who owns a touched resource, by what evidence. */
export interface Ownership {
  readonly resource: ResourceRef;
  readonly owners: readonly { readonly cluster: string; readonly role: Role; readonly via: string }[];
}

/** What one rule says of one touched resource. */
export interface RuleAnswer {
  readonly rule: string;
  readonly rows: readonly string[];
  readonly resource: string;
  readonly answer: 'fires' | 'quiet';
  readonly why: string;
  readonly severity?: Severity;
}

/** What was read of a resource. */
export interface ReadAspect {
  readonly resource: ResourceRef;
  readonly aspect: string;
  readonly before?: Date;
  readonly after?: Date;
  readonly changes: readonly Change[];
  readonly unknown: readonly string[];
}

/** The part of the event that concerns one cluster. */
export interface ClusterPart {
  readonly cluster: string;
  readonly standing: Standing;
  readonly notes: readonly string[];
  readonly rules: readonly RuleAnswer[];
  readonly read: readonly ReadAspect[];
  readonly verdict?: string;
}

/** Everything that the path decided about one event, step by step. */
export interface Explanation {
  readonly event:
    | { readonly setAside: string }
    | {
        readonly id: string;
        readonly operation: string;
        readonly eventTime: Date;
        readonly outcome: string;
        readonly accountId: string;
        readonly region: string;
        readonly from: string;
      };
  readonly actor?: {
    readonly type: string;
    readonly name: string;
    readonly session?: string;
    readonly claim: Claim;
    readonly trust?: {
      readonly services: readonly string[];
      readonly onlyServices: boolean;
      readonly verifiedAt: Date;
    };
  };
  readonly table?: { readonly match: Screened['match']; readonly lines: readonly TableLine[] };
  readonly ownership?: readonly Ownership[];
  readonly clusters?: readonly ClusterPart[];
  /** What the path comes to today. */
  readonly today?:
    | {
        readonly findings: readonly {
          readonly cluster: string;
          readonly rule: string;
          readonly severity: Severity;
          readonly isAlert: boolean;
        }[];
      }
    | { readonly reason: Reason; readonly why: string };
  /** What the database says of it; absent: it was not asked. */
  readonly stored?: 'nothing' | StoredDecision;
}

/** What was decided when the event came, and who was told. */
export type StoredDecision = Pick<Decision, 'outcome' | 'why' | 'receivedAt'> & {
  readonly findings: readonly {
    readonly id: string;
    readonly status: Status;
    readonly told: readonly {
      readonly channel: string;
      readonly state: string;
      readonly attempts: number;
      readonly why?: string | undefined;
    }[];
  }[];
};
