import type { Cloud } from '../cloud/cloud.ts';
import type { Cluster, OwnedResource, ResourceKind, Role } from '../model/resource.ts';

/** What one collector found of one cluster. `complete` false: some of it is missing; `problems` say why. */
export interface Collected {
  readonly resources: readonly OwnedResource[];
  readonly complete: boolean;
  readonly problems?: readonly string[];
}

/** Finds one part of what a cluster owns. `known` is what earlier collectors found: the parents of this part. */
export interface Collector {
  readonly name: string;
  /** RAM actions it needs. */
  readonly permissions: readonly string[];
  /** It asks for all of a region, whichever the cluster: one sweep makes each of its calls once. */
  readonly isRegional?: true;
  readonly collect: (
    cloud: Cloud,
    cluster: Cluster,
    deadline: number,
    known: readonly OwnedResource[],
  ) => Promise<Collected>;
}

type Extra = Partial<Pick<OwnedResource, 'name' | 'parent' | 'facts'>>;

/** One resource of a cluster. */
export function ownedBy(
  cluster: Cluster,
  via: string,
  kind: ResourceKind,
  id: string,
  role: Role,
  extra: Extra = {},
): OwnedResource {
  const { accountId, region, id: clusterId } = cluster;
  return { kind, id, accountId, region, clusterId, role, facts: {}, via, ...extra };
}

/** The same resource in the same role once; the first stays. */
export function distinct(resources: readonly OwnedResource[]): readonly OwnedResource[] {
  const seen = new Map<string, OwnedResource>();
  for (const resource of resources) {
    const key = [resource.kind, resource.id, resource.clusterId, resource.role].join(' ');
    if (!seen.has(key)) seen.set(key, resource);
  }
  return [...seen.values()];
}

/** Several parts as one: complete only when every part is. */
export function joined(parts: readonly Collected[]): Collected {
  return {
    resources: distinct(parts.flatMap((part) => part.resources)),
    complete: parts.every((part) => part.complete),
    problems: parts.flatMap((part) => part.problems ?? []),
  };
}

/** Reads one part; a CloudError makes it incomplete instead of ending the others. */
export async function part(read: () => Promise<Collected>): Promise<Collected> {
  try {
    return await read();
  } catch (error) {
    return { resources: [], complete: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
}

/** A listing as a part of the inventory. */
export function listed<T>(
  listing: { readonly items: readonly T[]; readonly complete: boolean; readonly problem?: string },
  toOwned: (item: T) => readonly OwnedResource[],
): Collected {
  return {
    resources: listing.items.flatMap(toOwned),
    complete: listing.complete,
    problems: listing.problem === undefined ? [] : [listing.problem],
  };
}
