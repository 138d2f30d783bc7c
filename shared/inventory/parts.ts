import type { Cluster, OwnedResource, ResourceKind, Role } from '../model/resource.ts';
import { ownedBy } from './collector.ts';

/**
 * Whether a controller of this cluster named it: `k8s/<port>/<service>/<namespace>/<cluster>` on Classic Load Balancers,
 * the same with dots on Network Load Balancers.
 */
export function isOfCluster(name: string | null | undefined, clusterId: string): boolean {
  if (typeof name !== 'string') return false;
  return ['/', '.'].some((sign) => name.startsWith(`k8s${sign}`) && name.endsWith(`${sign}${clusterId}`));
}

/** The role of a part: that of the whole. What a cluster puts on a borrowed load balancer is a Service's or an Ingress's. */
export function partRole({ kind, role }: Pick<OwnedResource, 'kind' | 'role'>): Role {
  if (role !== 'reused-load-balancer') return role;
  return kind.startsWith('alb.') ? 'ingress-load-balancer' : 'service-load-balancer';
}

/** A part or companion of something that the cluster owns. */
export function partOf(
  cluster: Cluster,
  via: string,
  whole: OwnedResource,
  kind: ResourceKind,
  id: string,
  name?: string | null,
): OwnedResource {
  const parent = { kind: whole.kind, id: whole.id };
  return ownedBy(cluster, via, kind, id, partRole(whole), { parent, ...(name ? { name } : {}) });
}
