import type { Comparison, Restore, Snapshot } from '../model/change.ts';
import type { Effect } from '../model/operation.ts';
import type { ResourceRef } from '../model/resource.ts';
import type { Consequence } from '../model/rule.ts';

/** What inspection learned of the resources that one event touched in one cluster. */
export interface Inspected {
  readonly comparisons: readonly Comparison[];
  readonly restore: Restore;
  /** What a person must know and no change shows, one English sentence each. */
  readonly notes: readonly string[];
  /** Readings to keep. */
  readonly snapshots: readonly Snapshot[];
  /** What the change brings about, as far as the state shows it. */
  readonly consequences: readonly Consequence[];
  /** Effects that the state tells more exactly than the call: `rules-changed` is `rules-widened` or `rules-narrowed`. */
  readonly effects: ReadonlyMap<Effect, Effect>;
  /** What it comes to: a change; nothing changed by the request; put right; or changed and already put back by now. */
  readonly verdict: 'changed' | 'no-effect' | 'restores' | 'put-back';
  /** Resources that are as they should be after this event. */
  readonly restored: readonly ResourceRef[];
  /** Set when nothing had changed yet after an asynchronous call: when to read again. */
  readonly reinspectAt?: Date;
}
