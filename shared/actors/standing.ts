import type { Actor, Standing } from '../model/actor.ts';
import { claimOf } from './claim.ts';

/** What is known of the trust policy of the actor's role: which services may assume it, and nobody else. */
export interface KnownTrust {
  readonly services: readonly string[];
  /** True when the policy names services only: no account, no user, no identity provider. */
  readonly onlyServices: boolean;
}

/** ACK's roles trust ACK's service alone: with one that another service may take on, anybody acts through that service. */
const ACK_SERVICES = new Set(['cs.aliyuncs.com']);
const SCALING_SERVICES = new Set(['ess.aliyuncs.com']);
const HOOK_SERVICES = new Set(['oos.aliyuncs.com', 'cs.aliyuncs.com']);
const INSTANCE_SERVICES = new Set(['ecs.aliyuncs.com']);

/** A dedicated cluster's masters carry the cloud controller manager, so their role may act on load balancers and routes. */
const MASTER_ROLE = /^kubernetesmasterrole-/u;

/**
 * Claim × trust. `trust` is undefined when neither the store nor RAM told it: then a claim stays unverified, it is
 * never believed. User agents and source addresses never acquit.
 */
export function standingOf(actor: Actor, trust: KnownTrust | undefined, ownMaster: boolean): Standing {
  switch (claimOf(actor)) {
    case 'platform':
      return 'platform';
    case 'nobody':
      return 'outsider';
    case 'cluster-instance':
      return ownMaster && isMasterRole(actor) ? verified(trust, INSTANCE_SERVICES, 'ack') : 'suspect';
    case 'ack':
      return verified(trust, ACK_SERVICES, 'ack');
    case 'echo':
      return verified(trust, isHook(actor) ? HOOK_SERVICES : SCALING_SERVICES, 'echo');
  }
}

/** Whether the role's name is that of a dedicated cluster's masters. */
export function isMasterRole({ name }: Pick<Actor, 'name'>): boolean {
  return MASTER_ROLE.test(name.toLowerCase());
}

function isHook({ name }: Actor): boolean {
  return name.toLowerCase() === 'aliyunooslifecyclehook4csrole';
}

function verified(trust: KnownTrust | undefined, allowed: ReadonlySet<string>, standing: Standing): Standing {
  if (trust === undefined) return 'unverified';
  const intact = trust.onlyServices && trust.services.length > 0 && trust.services.every((name) => allowed.has(name));
  return intact ? standing : 'suspect';
}
