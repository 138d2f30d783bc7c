import { CloudError } from '../errors.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Actor } from '../model/actor.ts';
import type { Store, Trust } from '../store/store.ts';
import { claimOf } from './claim.ts';
import { isMasterRole } from './standing.ts';
import { parseTrustPolicy } from './trust-policy.ts';

/** How long a reading of a trust policy counts without being read again. */
const TRUST_LIFE_MS = 24 * 3_600_000;

/** What reading a role's trust needs from outside. */
export interface TrustSources {
  readonly store: Pick<Store, 'trustOf' | 'saveTrust'>;
  readonly cloud: Cloud;
  readonly now: () => Date;
}

/** The trust of the actor's role: the stored reading while it is young, else one GetRole. Undefined: nobody answered. */
export async function trustOf(
  actor: Actor,
  accountId: string,
  region: string,
  { store, cloud, now }: TrustSources,
  deadline: number,
): Promise<Trust | undefined> {
  const claim = claimOf(actor);
  const isMaster = claim === 'cluster-instance' && isMasterRole(actor);
  if (claim !== 'ack' && claim !== 'echo' && !isMaster) return undefined;
  const roleName = actor.name.toLowerCase();
  const [known] = await store.trustOf(accountId, [roleName]);
  const isYoung = known !== undefined && now().getTime() - known.verifiedAt.getTime() < TRUST_LIFE_MS;
  // One that was missing, or that no service could take on, and acts all the same may have been made since.
  if (isYoung && known.services.length > 0) return known;
  return readTrust({ accountId, roleName, region }, { store, cloud, now }, deadline);
}

/** Reads one role's trust policy and remembers it. A role that does not exist trusts nobody. */
export async function readTrust(
  role: { readonly accountId: string; readonly roleName: string; readonly region: string },
  { store, cloud, now }: TrustSources,
  deadline: number,
): Promise<Trust | undefined> {
  const { accountId, roleName, region } = role;
  let policy: ReturnType<typeof parseTrustPolicy>;
  try {
    policy = parseTrustPolicy(
      await cloud.call({ product: 'ram', action: 'GetRole', region, params: { RoleName: roleName }, deadline }),
    );
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== 'EntityNotExist.Role') return undefined;
    policy = { services: [], onlyServices: false };
  }
  if (policy === undefined) return undefined;
  const trust: Trust = { accountId, roleName, ...policy, verifiedAt: now() };
  await store.saveTrust(trust);
  return trust;
}
