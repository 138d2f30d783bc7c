import { StoreError } from '../errors.ts';
import { isMissing, toCloudError } from '../cloud/failure.ts';
import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import { isOnlyOurs, ownedByAll } from './account-wide.ts';
import { candidates, fromStore, owned } from './from-store.ts';
import { instancesTogether } from './instances-together.ts';
import { isUnlisted, lastLook } from './last-look.ts';
import type { Ownership, OwnershipContext } from './ownership.ts';
import { lookUpCreation } from './history.ts';

/** The most look-ups of one event: an alert must not wait for thousands. What is left out stays unknown. */
const MOST_LOOK_UPS = 100;

/** How long 'nobody owns it' holds: a cluster that takes it meanwhile is found by the sweep before that. */
const UNOWNED_MS = 30 * 60_000;

/** Whose each resource is: the store first, then the cloud as it is now, then the trail for what is already gone. */
export async function ownersOf(
  asked: OwnershipContext & { readonly refs: readonly ResourceRef[] },
): Promise<readonly Ownership[]> {
  const { store, event, refs, now } = asked;
  const ids = [...new Set(refs.flatMap(candidates))];
  const stored = await store.ownersOf(event.accountId, ids);
  const strange = refs.filter((ref) => fromStore(ref, stored) === undefined).map(({ id }) => id);
  const unowned = strange.length === 0 ? new Set<string>() : await store.unownedAmong(event.accountId, strange);
  const outside = lookUpOnce(
    asked,
    strange.filter((id) => !unowned.has(id)),
  );
  const answers = await Promise.all(
    refs.map(async (ref) => fromStore(ref, stored) ?? remembered(ref, unowned) ?? (await outside(ref))),
  );
  const learned = answers
    .flatMap((answer) => answer.owners)
    .filter((owner) => owner.via !== 'store' && owner.via !== 'account' && !isStored(owner, stored));
  if (learned.length > 0) await store.remember(learned, now());
  const nobodys = answers.filter(({ ref, state }) => state === 'unowned' && strange.includes(ref.id));
  const fresh = nobodys.map(({ ref }) => ref.id).filter((id) => !unowned.has(id));
  const until = new Date(now().getTime() + UNOWNED_MS);
  if (fresh.length > 0) await store.rememberUnowned(event.accountId, fresh, until);
  return answers;
}

/** Several touches may name one resource, and one call many instances: each is looked up once, instances together. */
function lookUpOnce(asked: OwnershipContext, ids: readonly string[]): (ref: ResourceRef) => Promise<Ownership> {
  const instance = instancesTogether(
    ids.filter((id) => id.startsWith('i-')),
    asked,
  );
  const answers = new Map<string, Promise<Ownership>>();
  return (ref) => {
    const key = `${ref.kind} ${ref.id}`;
    const known = answers.get(key);
    if (known === undefined && answers.size >= MOST_LOOK_UPS) return Promise.resolve(leftOut(ref));
    const answer = known ?? fromOutside(ref, { ...asked, instance });
    answers.set(key, answer);
    return answer;
  };
}

function leftOut(ref: ResourceRef): Ownership {
  return { ref, state: 'unknown', owners: [], why: `more than ${MOST_LOOK_UPS} unknown resources in one call` };
}

function remembered(ref: ResourceRef, unowned: ReadonlySet<string>): Ownership | undefined {
  if (!unowned.has(ref.id)) return undefined;
  return { ref, state: 'unowned', owners: [], why: `${ref.id} was looked up lately and no cluster owns it` };
}

function isStored(owner: OwnedResource, stored: ReadonlyMap<string, readonly OwnedResource[]>): boolean {
  return [...stored.values()].some((owners) => owners.includes(owner));
}

async function fromOutside(ref: ResourceRef, context: OwnershipContext): Promise<Ownership> {
  const all = await ownedByAll(ref, context);
  if (all === undefined && isOnlyOurs(ref)) {
    return { ref, state: 'unowned', owners: [], why: `${ref.id} is no part of ackwatch` };
  }
  if (all === undefined) return fromCloud(ref, context);
  return all.length > 0
    ? owned(ref, all, `every cluster of the account needs ${ref.id}`)
    : { ref, state: 'unknown', owners: [], why: `every cluster needs ${ref.id}, and none is known yet` };
}

/** Events tell whole seconds. */
const TOLD_BY_MS = 1_000;

/** No API tells of this kind, but what a cluster needs is listed: a complete look after the event settles it. */
async function fromListings(ref: ResourceRef, { store, event }: OwnershipContext): Promise<Ownership> {
  const looked = await lastLook(ref.kind, event.accountId, store);
  return looked !== undefined && looked.getTime() >= event.eventTime.getTime() + TOLD_BY_MS
    ? {
        ref,
        state: 'unowned',
        owners: [],
        why: `a complete look at the clusters after the event did not find ${ref.id}`,
      }
    : {
        ref,
        state: 'unknown',
        owners: [],
        why: `the inventory does not know ${ref.id}; the next look at it will tell`,
      };
}

async function fromLive(
  ref: ResourceRef,
  live: readonly OwnedResource[],
  { store, event }: OwnershipContext,
): Promise<Ownership> {
  if (live.length > 0) return owned(ref, live, `${ref.id} was looked up and belongs to the cluster`);
  return (await isUnlisted(event, store))
    ? { ref, state: 'unknown', owners: [], why: `the clusters of ${event.region} could not be listed yet` }
    : { ref, state: 'unowned', owners: [], why: `${ref.id} was looked up and no cluster owns it` };
}

async function fromCloud(ref: ResourceRef, context: OwnershipContext): Promise<Ownership> {
  try {
    const { lookUp } = await import('./lookup.ts'); // what is in the inventory needs none of it
    const live = await lookUp(ref, context).catch((error: unknown) => {
      if (isMissing(error)) return 'gone' as const;
      throw error;
    });
    if (live === 'not-asked') return await fromListings(ref, context);
    if (live !== 'gone') return await fromLive(ref, live, context);
    const past = await lookUpCreation(ref, context);
    return past.length > 0
      ? owned(ref, past, `${ref.id} is gone; ACK created it for the cluster`)
      : { ref, state: 'unknown', owners: [], why: `${ref.id} is gone and the trail shows no creation for a cluster` };
  } catch (error) {
    const failure = toCloudError(error, ref.id);
    if (error instanceof StoreError) throw error;
    return { ref, state: 'unknown', owners: [], why: `the cloud could not be asked: ${failure.code}` };
  }
}
