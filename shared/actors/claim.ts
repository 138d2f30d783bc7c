import type { Actor } from '../model/actor.ts';

/**
 * What an actor claims to be, from its role name alone. A claim proves nothing before the role's trust policy is read:
 * anybody can create a role called AliyunCSFooRole.
 */
export type Claim = 'ack' | 'echo' | 'platform' | 'cluster-instance' | 'nobody';

const ACK_ROLE =
  /^(?:aliyuncs(?:managed|default|serverless|kubernetes|cluster)?\w*role|aliyuncisdefaultrole|aliyunserviceroleforcontainerservice)$/u;

/**
 * Services that carry out what somebody else asked for and that was judged then: scaling groups, and the hook through
 * which they have ACK drain a node. Not OOS: whoever starts a template of their own acts through its role.
 */
const ECHO_ROLE = /^(?:aliyunserviceroleforautoscaling|aliyunessdefaultrole|aliyunooslifecyclehook4csrole)$/u;

const INSTANCE_ROLE = /^kubernetes(?:worker|master)role-/u;

/** Role names arrive lower-cased from services and in mixed case from customers: compared without case. */
export function claimOf(actor: Actor): Claim {
  if (actor.type === 'system') return 'platform';
  if (actor.type !== 'assumed-role') return 'nobody';
  const role = actor.name.toLowerCase();
  if (ACK_ROLE.test(role)) return 'ack';
  if (ECHO_ROLE.test(role)) return 'echo';
  return INSTANCE_ROLE.test(role) || actor.session?.startsWith('vm-ram-i-') ? 'cluster-instance' : 'nobody';
}
