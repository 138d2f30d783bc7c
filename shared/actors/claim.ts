import { isAckRole, isEchoRole } from '../model/ack-roles.ts';
import type { Actor } from '../model/actor.ts';

/**
 * What an actor claims to be, from its role name alone. A claim proves nothing before the role's trust policy is read:
 * anybody can create a role called AliyunCSFooRole.
 */
export type Claim = 'ack' | 'echo' | 'platform' | 'cluster-instance' | 'nobody';

const INSTANCE_ROLE = /^kubernetes(?:worker|master)role-/u;

/** Role names arrive lower-cased from services and in mixed case from customers: compared without case. */
export function claimOf(actor: Actor): Claim {
  if (actor.type === 'system') return 'platform';
  if (actor.type !== 'assumed-role') return 'nobody';
  const role = actor.name.toLowerCase();
  if (isAckRole(role)) return 'ack';
  if (isEchoRole(role)) return 'echo';
  return INSTANCE_ROLE.test(role) || actor.session?.startsWith('vm-ram-i-') ? 'cluster-instance' : 'nobody';
}
