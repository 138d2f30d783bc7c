import type { Cloud } from '../cloud/cloud.ts';
import type { Actor } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import type { Store } from '../store/store.ts';
import type { instancesTogether } from './instances-together.ts';

/** Whose a resource is. `why` is one English sentence. `unknown`: nobody could say; never to be taken as safe. */
export interface Ownership {
  readonly ref: ResourceRef;
  readonly state: 'owned' | 'unowned' | 'unknown';
  readonly owners: readonly OwnedResource[];
  readonly why: string;
}

/** What asking for owners needs. */
export interface OwnershipContext {
  readonly store: Pick<Store, 'ownersOf' | 'clusters' | 'mark' | 'remember' | 'rememberUnowned' | 'unownedAmong'>;
  /** Whether the actor of an earlier event was ACK or one of its echoes, trust verified. */
  readonly isAck: (actor: Actor) => Promise<boolean>;
  readonly cloud: Cloud;
  /** An instance as it is now; several are read together. */
  readonly instance?: ReturnType<typeof instancesTogether>;
  /** Names of what ackwatch itself is made of. */
  readonly watcherNames?: readonly string[];
  readonly event: Pick<AuditEvent, 'accountId' | 'region' | 'eventTime' | 'params'>;
  readonly now: () => Date;
  readonly deadline: number;
}

/** What the cloud says now: owners (none: it exists and nobody owns it), `gone`, or `not-asked` for other kinds. */
export type Live = readonly OwnedResource[] | 'gone' | 'not-asked';
