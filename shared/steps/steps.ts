import type { Match } from '../findings/find.ts';
import type { Inspected } from '../inspection/inspected.ts';
import type { Standing } from '../model/actor.ts';
import type { Reason } from '../model/decision.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Touch } from '../model/operation.ts';
import type { Cluster, OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Consequence, Precaution } from '../model/rule.ts';
import type { Decoded } from '../sources/actiontrail/decode.ts';
import type { Recording } from '../store/store.ts';

/** One resource that the call names, and what the call does to it. */
export interface Touched {
  readonly ref: ResourceRef;
  readonly touch: Touch;
}

/** What the call touches of one cluster, and how its actor stands there. */
export interface Part {
  readonly cluster: Cluster;
  readonly standing: Standing;
  readonly touched: readonly (Touched & { readonly owned: OwnedResource })[];
  /** What the call's own text tells, one English sentence each. */
  readonly notes?: readonly string[];
  /** What is known to have come before the call, where that matters. */
  readonly precautions?: readonly Precaution[];
  /** Learned by inspection; absent before it. */
  readonly consequences?: readonly Consequence[];
}

/** Silence, always with its reason. */
export interface Disregarded {
  readonly reason: Reason;
  /** One English sentence that names the resource, role or actor which decided. */
  readonly why: string;
}

/** Whose the touched resources are, and what the event teaches the inventory. */
export interface Owned extends Pick<Recording, 'owned' | 'gone' | 'touchedByAck'> {
  /** The parts to judge; none when everything is settled by `silence`. */
  readonly parts: readonly Part[];
  /** Why nothing (more) is to be judged. */
  readonly silence: Disregarded;
}

/** The steps that need the world: the store, the cloud, the channels. Opened when the first event needs them. */
export interface World {
  readonly own: (event: AuditEvent, touched: readonly Touched[]) => Promise<Owned>;
  readonly exact: (event: AuditEvent, part: Part) => Promise<Part>;
  readonly judge: (event: AuditEvent, part: Part) => readonly Match[];
  readonly inspect: (event: AuditEvent, part: Part) => Promise<Inspected>;
  readonly find: (
    event: AuditEvent,
    part: Part,
    matches: readonly [Match, ...Match[]],
    seen: Inspected,
  ) => Promise<Finding>;
  /** Writes decision, findings, snapshots and notifications at once; `duplicate` when the event was decided before. */
  readonly record: (event: AuditEvent, decided: Decided) => Promise<'recorded' | 'duplicate'>;
  readonly tell: (findings: readonly Finding[]) => Promise<void>;
  readonly setAside: (raw: unknown, reason: string) => Promise<void>;
}

/** Everything that was decided about one event, before it is written. */
export interface Decided extends Pick<Recording, 'owned' | 'gone' | 'touchedByAck' | 'snapshots' | 'restored'> {
  readonly findings: readonly Finding[];
  /** Holds when there is no finding. */
  readonly silence: Disregarded;
  readonly touched: readonly Touched[];
}

/** The steps of the path. A door fills them with the real ones; a test replaces what it is about. */
export interface Steps {
  readonly decode: (input: unknown) => readonly Decoded[];
  readonly screen: (event: AuditEvent) => readonly Touched[] | Disregarded;
  readonly world: () => Promise<World>;
  /** One structured line: a constant message and fields. */
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}
