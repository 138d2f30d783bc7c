import type { OwnedResource, ResourceKind, ResourceRef } from '../model/resource.ts';
import { distinct } from './collector.ts';
import type { Live, OwnershipContext } from './ownership.ts';
import { lookUpByContainerService } from './lookup-by-container-service.ts';
import { lookUpByCluster } from './lookup-by-cluster.ts';
import { lookUpByProject } from './lookup-by-project.ts';
import { lookUpByMarks } from './lookup-by-marks.ts';
import { RELATIVES, type Relatives, relativesOf } from './relatives.ts';
import { isOfCluster, partRole } from './parts.ts';

/** Kinds of which Container Service itself says whose they are; their tags prove nothing. */
const SAID_BY_CLUSTERS: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'slb.load-balancer',
  'nlb.load-balancer',
  'alb.load-balancer',
  'ess.scaling-group',
]);

/** Kinds that Container Service names in its own calls. */
const NAMED_BY_CALLS: ReadonlySet<ResourceKind> = new Set<ResourceKind>(['cs.cluster', 'cs.node-pool']);

/** Kinds whose ids begin with the project that they are in. */
const IN_PROJECTS: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'sls.logstore',
  'sls.collection-config',
  'sls.machine-group',
]);

/** Kinds that are nobody's until another call uses them on something that is somebody's. */
const NOBODYS: ReadonlySet<ResourceKind> = new Set<ResourceKind>(['ecs.command']);

/** Looks one resource up in the cloud and finds its clusters through what the store already knows. */
export async function lookUp(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  if (NOBODYS.has(ref.kind)) return [];
  if (IN_PROJECTS.has(ref.kind)) return lookUpByProject(ref, context);
  if (NAMED_BY_CALLS.has(ref.kind)) return lookUpByContainerService(ref, context);
  if (SAID_BY_CLUSTERS.has(ref.kind)) return lookUpByCluster(ref, context);
  if (ref.kind === 'slb.listener') return under(ref, { ids: [ref.id.split('/')[0] ?? ''] }, context);
  if (RELATIVES[ref.kind] === undefined) return lookUpByMarks(ref, context);
  const relatives = await relativesOf(ref, context);
  return relatives === 'gone' ? 'gone' : under(ref, relatives, context);
}

/** Owners through what the resource belongs to; a load balancer that the inventory does not know is asked for as well. */
async function under(
  ref: ResourceRef,
  relatives: Relatives,
  context: OwnershipContext,
): Promise<readonly OwnedResource[] | 'gone'> {
  const known = [...(await context.store.ownersOf(context.event.accountId, relatives.ids)).values()].flat();
  const [id = ''] = relatives.ids;
  const kind = loadBalancerKind(id);
  const found = known.length === 0 && kind !== undefined ? await lookUpByCluster({ kind, id }, context) : known;
  return found === 'gone' ? 'gone' : distinct(found.flatMap((relative) => childOf(ref, relative, relatives)));
}

/** What the id is of, if it is a load balancer's. */
function loadBalancerKind(id: string): ResourceKind | undefined {
  if (id.startsWith('nlb-')) return 'nlb.load-balancer';
  if (id.startsWith('alb-')) return 'alb.load-balancer';
  return id.startsWith('lb-') ? 'slb.load-balancer' : undefined;
}

/** A resource takes its cluster and role from what it belongs to; on a borrowed load balancer only by its name or tag. */
function childOf(ref: ResourceRef, relative: OwnedResource, { name, cluster }: Relatives): readonly OwnedResource[] {
  const isBorrowed = relative.role === 'reused-load-balancer';
  if (isBorrowed && cluster !== relative.clusterId && !isOfCluster(name, relative.clusterId)) return [];
  const { name: _, ...rest } = relative;
  const parent = { kind: relative.kind, id: relative.id };
  const via = ref.kind.split('.')[0] ?? '';
  const role = RELATIVES[ref.kind]?.role ?? partRole(relative);
  return [{ ...rest, ...ref, role, parent, via, ...(name ? { name } : {}) }];
}
