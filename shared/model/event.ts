import type { Actor } from './actor.ts';
import type { Params } from './params.ts';

/** Where records come from. Only ActionTrail is built; the others end in the same AuditEvent. */
export type Source = 'actiontrail' | 'kubernetes-audit' | 'node-probe' | 'sweep';

/** `reconcile`: it never arrived, the sweep found it in the trail's history. `other-bus`: over a bus that takes events of others. */
export type Via = 'reconcile' | 'other-bus';

/** One thing that somebody did to the cloud, normalised. */
export interface AuditEvent {
  readonly source: Source;
  /** Which way it came, where that was not the account's own bus. */
  readonly via?: Via;
  /** ActionTrail's eventId, else the envelope's `source#id`: with account and region it names the event. */
  readonly id: string;
  /** Product as ActionTrail spells it (`Slb`, `Ecs`); compare without case. */
  readonly service: string;
  readonly action: string;
  readonly accountId: string;
  readonly region: string;
  readonly eventTime: Date;
  readonly receivedAt: Date;
  readonly outcome: 'success' | 'failure';
  /** The error code of a refused call. */
  readonly errorCode?: string;
  readonly actor: Actor;
  /** `vpcId`: the caller's VPC, where the request came through one that the cloud could tell. */
  readonly srcEndpoint: { readonly address?: string; readonly userAgent?: string; readonly vpcId?: string };
  readonly params: Params;
  /** The record carries parameters in a form that nobody can read: `params` is empty for that reason alone. */
  readonly unread?: true;
  readonly response: Params;
  /** Resources the record names: ActionTrail's type (`ACS::ECS::Instance` or legacy `Instance`) → ids. */
  readonly referenced: Readonly<Record<string, readonly string[]>>;
  /** The record as received, for evidence; redact before storing or showing. */
  readonly raw: unknown;
}
