import type { Standing } from './actor.ts';
import type { Effect, Strength } from './operation.ts';
import type { Params } from './params.ts';
import type { Cluster, OwnedResource, Role } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';

/** What a change brings about, as far as the state before and after shows it. */
export const CONSEQUENCES = ['dns-cut', 'api-server-cut'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** What should come before some calls, and makes them right. */
export const PRECAUTIONS = ['upgrade-checked', 'backed-up'] as const;
export type Precaution = (typeof PRECAUTIONS)[number];

/** What a rule's `when` may look at besides the parameters. */
export interface JudgeContext {
  readonly resource: OwnedResource;
  readonly cluster: Cluster;
  readonly effect: Effect;
  readonly strength: Strength;
  readonly standing: Standing;
  readonly operation: string;
  /** What inspection found that the change brings about; empty before inspection. */
  readonly consequences: readonly Consequence[];
  /** What is known to have come before the call; what nobody could tell is not among them. */
  readonly precautions: readonly Precaution[];
}

/** A call on which the rule must fire, or stay quiet. The resource's role is the rule's first unless said. */
export interface Example {
  readonly name: string;
  readonly operation: `${string}:${string}`;
  readonly params: Params;
  readonly role?: Role;
  /** What inspection makes of the call, where only the state before and after tells. */
  readonly inspected?: Effect;
  readonly facts?: OwnedResource['facts'];
  readonly clusterType?: 'ManagedKubernetes' | 'Kubernetes';
  /** `ack`: by ACK's own role, trust verified. Everybody else is an outsider. */
  readonly actor?: 'ack' | 'outsider';
}

/** What makes an operation risky: effects on roles, with everything that is told about it. */
export interface Rule {
  readonly id: `${string}.${string}`;
  readonly rows: readonly string[];
  /** For direct and conditional strength; precursors and adjacent calls are `low` whatever stands here. */
  readonly severity: Severity;
  /** Effects that do their harm at once: they alert even when they were put back before the message. */
  readonly harmfulAtOnce?: readonly Effect[];
  /** A graver severity that holds when the inspected change brings this about. */
  readonly worse?: { readonly severity: Severity; readonly consequences: readonly Consequence[] };
  readonly roles: readonly Role[];
  readonly effects: readonly Effect[];
  readonly when?: (params: Params, context: JudgeContext) => boolean;
  readonly title: Text;
  readonly impact: Text;
  /** Steps in the imperative, in order. */
  readonly recovery: readonly Text[];
  readonly examples: { readonly fires: readonly Example[]; readonly quiet: readonly Example[] };
}
