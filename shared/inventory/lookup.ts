import type { OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import type { OwnershipContext } from './own.ts';
import { lookUpByCluster } from './lookup-by-cluster.ts';
import { lookUpByMarks } from './lookup-by-marks.ts';
import { RELATIVES, relativesOf } from './relatives.ts';
import { isOfCluster } from './slb.ts';

/** What the cloud says now: owners (none: it exists and nobody owns it), `gone`, or `not-asked` for other kinds. */
export type Live = readonly OwnedResource[] | 'gone' | 'not-asked';

/** Kinds of which Container Service itself says whose they are; their tags prove nothing. */
const SAID_BY_CLUSTERS: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'slb.load-balancer',
  'nlb.load-balancer',
  'ess.scaling-group',
]);

/** Looks one resource up in the cloud and finds its clusters through what the store already knows. */
export async function lookUp(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  if (SAID_BY_CLUSTERS.has(ref.kind)) return lookUpByCluster(ref, context);
  if (RELATIVES[ref.kind] === undefined) return lookUpByMarks(ref, context);
  const relatives = await relativesOf(ref, context);
  if (relatives === 'gone') return 'gone';
  const known = await context.store.ownersOf(context.event.accountId, relatives.ids);
  return [...known.values()].flat().flatMap((relative) => childOf(ref, relative, relatives.name));
}

/** A resource takes its cluster and role from what it belongs to; under a borrowed load balancer only by its name. */
function childOf(ref: ResourceRef, relative: OwnedResource, name: string | undefined): readonly OwnedResource[] {
  const isBorrowed = relative.role === 'reused-load-balancer';
  if (isBorrowed && !isOfCluster(name, relative.clusterId)) return [];
  const role: Role = isBorrowed ? 'service-load-balancer' : relative.role;
  const { name: _, ...rest } = relative;
  const parent = { kind: relative.kind, id: relative.id };
  return [{ ...rest, ...ref, role, parent, via: ref.kind.split('.')[0] ?? '', ...(name ? { name } : {}) }];
}
