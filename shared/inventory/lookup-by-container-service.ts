import { textOf } from '../model/params.ts';
import type { OwnedResource, ResourceRef } from '../model/resource.ts';
import { ownedBy } from './collector.ts';
import type { Live } from './ownership.ts';
import type { OwnershipContext } from './ownership.ts';

/** What Container Service itself calls by name: a cluster is its own, a node pool is named together with its cluster. */
export async function lookUpByContainerService(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const { store, event } = context;
  const clusterId = ref.kind === 'cs.cluster' ? ref.id : textOf(event.params, 'ClusterId');
  const clusters = await store.clusters(event.accountId);
  const owners = clusters
    .filter(({ id }) => id === clusterId)
    .map((cluster): OwnedResource => {
      const role = ref.kind === 'cs.cluster' ? 'cluster' : 'node-pool';
      return ownedBy(cluster, 'event', ref.kind, ref.id, role);
    });
  return owners.length > 0 ? owners : 'not-asked';
}
