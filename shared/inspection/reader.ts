import { ask } from '../cloud/answer.ts';
import type { Cloud, CloudCall } from '../cloud/cloud.ts';
import { isMissing } from '../cloud/failure.ts';
import { CloudError } from '../errors.ts';
import * as z from 'zod';
import type { Json, Restore } from '../model/change.ts';
import type { AuditEvent } from '../model/event.ts';
import type { Effect } from '../model/operation.ts';
import type { Params } from '../model/params.ts';
import type { OwnedResource, ResourceKind } from '../model/resource.ts';
import { type Content, same, textIn } from './content.ts';
import { type Answer, type Demanded, holds } from './demanded.ts';
import { membersOf } from './fields.ts';

/** One aspect of one kind of resource: how it is read, what a call makes of it, and how it is put back. */
export interface Reader {
  readonly kind: ResourceKind;
  readonly aspect: string;
  /** The kind of which this aspect is the parts: read for them alone, and for the whole in sweeps. */
  readonly parts?: ResourceKind;
  /** Effects that can have changed this aspect. */
  readonly effects: readonly Effect[];
  /** How many resources one call reads. */
  readonly batch: number;
  /** Id → configuration; null: the cloud says that it does not exist. An id that it said nothing of is absent. */
  readonly read: (place: Place, ids: readonly string[]) => Promise<ReadonlyMap<string, Json>>;
  /** In a sweep, only resources whose `configuration` was read as one for which this holds. */
  readonly onlyIf?: (configuration: Json | undefined) => boolean;
  /** The state that the call asks for, from the state before; undefined when that cannot be told. */
  readonly predict?: Predict;
  /** The state before as the call itself gives it away, from the state after where that is known. */
  readonly recall?: (event: AuditEvent, id: string, after: Json | undefined) => Json | undefined;
  /** The state with what ACK itself demands of it. */
  readonly demand?: (owned: OwnedResource, content: Json) => Json;
  /** What counts when two states are compared: without ids that the cloud gives anew. */
  readonly essence?: (content: Json) => Json;
  /** What tells one element of a list from the others, where the usual identities do not. */
  readonly keyOf?: (element: Json) => string | undefined;
  /** Once deleted it never comes back: not by a command, not under its id. */
  readonly isGoneForGood?: true;
  /** Called only where the two differ, and for what is deleted only where it can come back. */
  readonly restore: (undo: Undo) => Remedy;
}

export type Predict = (event: AuditEvent, id: string, before: Json) => Json | undefined;

/** Where to read, and until when. */
export interface Place {
  readonly cloud: Cloud;
  readonly region: string;
  readonly deadline: number;
  /** The cluster that owns a resource, for what is only read through it. */
  readonly clusterOf?: (id: string) => string | undefined;
}

/** What is to be put back: how it is and how it should be. */
export interface Undo {
  readonly id: string;
  readonly region: string;
  readonly present: Json;
  readonly wanted: Json;
}

/** How to put it back, and what the commands do not say. */
export type Remedy = Restore & { readonly notes?: readonly string[] };

/** Calls that take something away. */
const TAKES_AWAY =
  /^(?:delete|remove|detach|leave|loadbalancerleave|revoke|release|dissociate|un(?:assign|associate|install|tag))/iu;

/**
 * A prediction per action; of any other action nothing can be told. Names compare without case. Nor can it be told when
 * the state before lacks what was taken away: it came since the last reading, and to call that no effect would hide it.
 */
export function byAction(predictions: Readonly<Record<string, Predict>>): Predict {
  const known = new Map(Object.entries(predictions).map(([action, predict]) => [action.toLowerCase(), predict]));
  return (event, id, before) => {
    const asked = known.get(event.action.toLowerCase())?.(event, id, before);
    const isStale = asked !== undefined && TAKES_AWAY.test(event.action) && same(asked, before);
    return isStale ? undefined : asked;
  };
}

/** What a deletion asks for. */
export const gone: Predict = () => null;

/** One answer of the cloud. What lacks the demanded is none: `{}` is neither a configuration nor an empty list. */
export async function answerOf(
  { cloud, region, deadline }: Place,
  product: CloudCall['product'],
  action: string,
  params: Params,
  demanded: Demanded,
): Promise<Answer> {
  const answer = await ask(cloud, { product, action, region, params, deadline }, z.record(z.string(), z.unknown()));
  if (holds(answer, demanded)) return answer;
  throw new CloudError('Nonsense', `${product}:${action} answered without what it was asked for`);
}

/** The one that was asked for by its id: an empty list says that it does not exist, one of others alone says nothing. */
export function theOne(list: unknown, name: string, id: string): Content | undefined {
  const items = membersOf(list);
  const found = items.find((item) => textIn(item, name) === id);
  if (found === undefined && items.length > 0) throw ofOthers();
  return found;
}

/** A reading of one resource per call: what the cloud does not know is null. */
export function oneByOne(read: (place: Place, id: string) => Promise<Json>): Reader['read'] {
  return async (place, ids) => {
    const found = await Promise.all(
      ids.map(async (id): Promise<[string, Json]> => [id, await read(place, id).catch(nullIfGone)]),
    );
    return new Map(found);
  };
}

/**
 * A listing asked for by id: what it lacks does not exist. Throws when some of it is missing for another reason, or may
 * be: a listing that tells of what nobody asked for did not look at the ids.
 */
export function byId<T>(
  ids: readonly string[],
  items: readonly T[],
  total: unknown,
  entry: (item: T) => readonly [id: string | undefined, content: Json],
): ReadonlyMap<string, Json> {
  if (typeof total === 'number' && total > items.length) {
    throw new CloudError('Incomplete', `${items.length} of ${total} promised items came`);
  }
  const found = new Map(items.map(entry));
  const isOfOthers = [...found.keys()].some((id) => id === undefined || !ids.includes(id));
  if (isOfOthers && ids.some((id) => !found.has(id))) {
    throw ofOthers();
  }
  return new Map(ids.map((id) => [id, found.get(id) ?? null]));
}

function ofOthers(): CloudError {
  return new CloudError('Nonsense', 'the cloud answered about others than it was asked for');
}

function nullIfGone(error: unknown): null {
  if (isMissing(error)) return null;
  // SLB also says it in words, under codes that tell nothing.
  if (error instanceof CloudError && /(?:does|do) not exist/iu.test(error.message) && (error.status ?? 500) < 500) {
    return null;
  }
  throw error;
}
