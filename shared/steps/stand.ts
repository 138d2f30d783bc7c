import { clustersOfActingMaster, mastersActing } from '../actors/acting-master.ts';
import { claimOf } from '../actors/claim.ts';
import { isOutOfCharacter } from '../actors/out-of-character.ts';
import { standingOf } from '../actors/standing.ts';
import { trustOf, type TrustSources } from '../actors/trust.ts';
import type { Actor, Standing } from '../model/actor.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Store } from '../store/store.ts';
import { isQuiet } from './silences.ts';

/** What telling an actor's standing needs. */
export interface StandSources extends TrustSources {
  readonly store: TrustSources['store'] & Pick<Store, 'ownersOf' | 'resourcesOf' | 'clusters'>;
}

/** How the actor of one event stands: on any cluster, and on one of which it may be a master. */
export interface Stand {
  readonly anywhere: Standing;
  readonly on: (clusterId: string) => Standing;
}

/** Step 3, the actor: claim × the trust of its role × the cluster whose master acts, all in the account of the event. */
export async function stand(event: AuditEvent, sources: StandSources, deadline: number): Promise<Stand> {
  const { actor, accountId, region } = event;
  if (isForeign(actor, accountId)) return { anywhere: 'suspect', on: () => 'suspect' };
  const trust = await trustOf(actor, accountId, region, sources, deadline);
  const masterOf = await clustersOfActingMaster(event, sources.store);
  const standing = (isOwnMaster: boolean): Standing => {
    const told = standingOf(actor, trust, isOwnMaster);
    return isQuiet(told) && isOutOfCharacter(event) ? 'suspect' : told;
  };
  return { anywhere: standing(false), on: (clusterId) => standing(masterOf.has(clusterId)) };
}

/** Whether an earlier event was ACK's own or an echo, judged by the trust that holds now. */
export async function wasAck(
  actor: Actor,
  { accountId, region }: Pick<AuditEvent, 'accountId' | 'region'>,
  sources: StandSources,
  deadline: number,
): Promise<boolean> {
  if (isForeign(actor, accountId)) return false;
  const trust = await trustOf(actor, accountId, region, sources, deadline);
  const isMaster = (await mastersActing(actor, accountId, sources.store)).length > 0;
  return isQuiet(standingOf(actor, trust, isMaster));
}

/** Another account's role may have any name; the trust that is known is that of our own role of the name. */
function isForeign(actor: Actor, accountId: string): boolean {
  return claimOf(actor) !== 'nobody' && actor.accountId !== undefined && actor.accountId !== accountId;
}
