import type { Actor, Standing } from './actor.ts';
import type { Comparison, Restore } from './change.ts';
import type { OwnedResource } from './resource.ts';
import type { Severity } from './severity.ts';

/** Where review stands, not whether the deed succeeded. */
export type Status = 'new' | 'in-progress' | 'suppressed' | 'resolved';

/** One event × one cluster: all resources, all rows of the vendor's page that the deed realises. */
export interface Finding {
  /** Derived from account, region, event id and cluster: the same event gives the same id. */
  readonly id: string;
  /** The matching rule of highest severity. */
  readonly rule: string;
  /** Every matching rule, that one first. */
  readonly rules: readonly string[];
  readonly rows: readonly string[];
  readonly severity: Severity;
  readonly outcome: 'success' | 'failure';
  readonly errorCode?: string;
  readonly isAlert: boolean;
  readonly status: Status;
  readonly accountId: string;
  readonly region: string;
  /** `Slb:SetLoadBalancerTCPListenerAttribute` */
  readonly operation: string;
  readonly eventId: string;
  readonly eventTime: Date;
  readonly receivedAt: Date;
  readonly cluster: { readonly id: string; readonly name: string };
  readonly resources: readonly OwnedResource[];
  readonly actor: Actor & { readonly standing: Standing };
  readonly srcEndpoint: { readonly address?: string; readonly userAgent?: string; readonly vpcId?: string };
  readonly comparisons: readonly Comparison[];
  readonly restore: Restore;
  /** When the state is to be read again, because the call works asynchronously and nothing had changed yet. */
  readonly reinspectAt?: Date;
  /** The event never arrived: the sweep found it in the trail's history. */
  readonly via?: 'reconcile';
  /** When things were as they should be again, or a person said so, and who saw to it: `ram-user alice`. */
  readonly resolvedAt?: Date;
  readonly resolvedBy?: string;
  /** The finding on the same cluster, rule and resource that was resolved before this one. */
  readonly earlier?: string;
  /** The suppression under which it is silent. */
  readonly suppressedBy?: string;
  /** Findings on the same resource by which this deed was prepared: a protection lifted shortly before. */
  readonly precursors?: readonly string[];
  /** Things a person must know that are no change: "cloud API did not answer", "running without a database" … */
  readonly notes: readonly string[];
}
