import * as z from 'zod';
import { ask, optionalText } from '../cloud/answer.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { byNextToken, type Listing } from '../cloud/paging.ts';
import type { Cluster, OwnedResource } from '../model/resource.ts';

/** How many ids one listing of Network and Application Load Balancers takes. */
const IDS_PER_CALL = 20;
const PAGE_SIZE = 100;

/** Whom to ask, and for which cluster. */
export interface Asking {
  readonly cloud: Cloud;
  readonly cluster: Cluster;
  readonly deadline: number;
  readonly product: 'alb' | 'nlb';
}

/** Everything that a listing says of these ids, page by page; without ids nothing is asked. */
export async function byIds<T>(
  asking: Asking,
  action: string,
  parameter: string,
  ids: readonly string[],
  member: string,
  item: z.ZodType<T>,
): Promise<Listing<T>> {
  const parts: Listing<T>[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    parts.push(await listing(asking, action, { [parameter]: ids.slice(start, start + IDS_PER_CALL) }, member, item));
  }
  const problem = parts.find((one) => one.problem !== undefined)?.problem;
  return {
    items: parts.flatMap((one) => one.items),
    complete: parts.every((one) => one.complete),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** One listing, page by page. */
export async function listing<T>(
  { cloud, cluster, deadline, product }: Asking,
  action: string,
  params: object,
  member: string,
  item: z.ZodType<T>,
): Promise<Listing<T>> {
  const page = z.object({ [member]: z.array(item).nullish() }).and(z.object({ NextToken: optionalText }));
  return byNextToken(async (NextToken) => {
    const call = { product, action, region: cluster.region, deadline } as const;
    const read = await ask(cloud, { ...call, params: { ...params, MaxResults: PAGE_SIZE, NextToken } }, page);
    const items = read[member];
    return { items: Array.isArray(items) ? items : [], nextToken: read.NextToken };
  });
}

/** The load balancers with this id, in every role that the cluster gives them. */
export function ofBalancer(balancers: readonly OwnedResource[], id: string): readonly OwnedResource[] {
  return balancers.filter((item) => item.id === id);
}

/** What each id is used by. */
export function owners<T>(
  users: readonly T[],
  idsIn: (user: T) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const user of users) {
    for (const id of idsIn(user)) {
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), user]);
    }
  }
  return found;
}

/** Whether it is a TLS policy of the account's own; those of the cloud nobody can change. */
export function isOwnPolicy(id: string | undefined): id is string {
  return id !== undefined && !id.startsWith('tls_cipher_policy');
}
