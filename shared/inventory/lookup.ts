import type { OwnedResource, ResourceKind, ResourceRef, Role } from '../model/resource.ts';
import type { OwnershipContext } from './own.ts';
import { lookUpByContainerService } from './lookup-by-container-service.ts';
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

/** Kinds that Container Service names in its own calls. */
const NAMED_BY_CALLS: ReadonlySet<ResourceKind> = new Set<ResourceKind>(['cs.cluster', 'cs.node-pool']);

/** Kinds that are nobody's until another call uses them on something that is somebody's. */
const NOBODYS: ReadonlySet<ResourceKind> = new Set<ResourceKind>(['ecs.command']);

/** Looks one resource up in the cloud and finds its clusters through what the store already knows. */
export async function lookUp(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  if (NOBODYS.has(ref.kind)) return [];
  if (NAMED_BY_CALLS.has(ref.kind)) return lookUpByContainerService(ref, context);
  if (SAID_BY_CLUSTERS.has(ref.kind)) return lookUpByCluster(ref, context);
  if (ref.kind === 'slb.listener') return under(ref, [ref.id.split('/')[0] ?? ''], undefined, context);
  if (RELATIVES[ref.kind] === undefined) return lookUpByMarks(ref, context);
  const relatives = await relativesOf(ref, context);
  return relatives === 'gone' ? 'gone' : under(ref, relatives.ids, relatives.name, context);
}

/** Owners through what the resource belongs to; a load balancer that the inventory does not know is asked for as well. */
async function under(
  ref: ResourceRef,
  ids: readonly string[],
  name: string | undefined,
  context: OwnershipContext,
): Promise<readonly OwnedResource[] | 'gone'> {
  const known = [...(await context.store.ownersOf(context.event.accountId, ids)).values()].flat();
  const [id] = ids;
  const isNew = known.length === 0 && id?.startsWith('lb-') === true;
  const found = isNew ? await lookUpByCluster({ kind: 'slb.load-balancer', id }, context) : known;
  return found === 'gone' ? 'gone' : found.flatMap((relative) => childOf(ref, relative, name));
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
