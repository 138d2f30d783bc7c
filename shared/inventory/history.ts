import * as z from 'zod';
import { ask } from '../cloud/answer.ts';
import { actorOf } from '../model/actor-of.ts';
import { errorCodeOf } from '../model/error-code.ts';
import { objectAt, textAt } from '../model/loose.ts';
import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import { idsNamedIn, ownedByCreation } from './created.ts';
import type { OwnershipContext } from './ownership.ts';

/** The trail keeps 90 days, but its documentation allows a question to span 30; older things are in the inventory. */
const DAYS_ASKED = 29;
const DAY_MS = 86_400_000;
const answer = z.object({ Events: z.array(z.record(z.string(), z.unknown())).nullish() });

/** Finds in the trail who created a resource that no longer exists, and for which cluster. One call. */
export async function lookUpCreation(ref: ResourceRef, context: OwnershipContext): Promise<readonly OwnedResource[]> {
  const { cloud, store, event, deadline, isAck } = context;
  const start = new Date(event.eventTime.getTime() - DAYS_ASKED * DAY_MS);
  const params = {
    LookupAttribute: [{ Key: 'ResourceName', Value: ref.id.split('/')[0] }],
    StartTime: isoSeconds(start),
    EndTime: isoSeconds(event.eventTime),
    Direction: 'FORWARD',
    MaxResults: 50,
  };
  const call = { product: 'actiontrail', action: 'LookupEvents', region: event.region, params, deadline } as const;
  const { Events: events } = await ask(cloud, call, answer);
  for (const item of events ?? []) {
    if (textAt(item, 'eventRW') === 'Read' || errorCodeOf(textAt(item, 'errorCode')) !== undefined) continue;
    if (!/^(?:Create|Run|Allocate|Clone)/u.test(textAt(item, 'eventName') ?? '')) continue;
    if (!(await isAck(actorOf(objectAt(item, 'userIdentity'))))) continue;
    const creation = { ...event, params: objectAt(item, 'requestParameters') };
    const named = await store.ownersOf(event.accountId, idsNamedIn(creation));
    const clusters = await store.clusters(event.accountId);
    const owned = ownedByCreation({ event: creation, created: [ref], clusters, owners: [...named.values()].flat() });
    if (owned.length > 0) return owned;
  }
  return [];
}

function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
