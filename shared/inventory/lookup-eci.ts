import type { ResourceRef } from '../model/resource.ts';
import { eciOf, readEci } from './eci-marks.ts';
import type { Live } from './ownership.ts';
import type { OwnershipContext } from './ownership.ts';

/** A container group or a virtual node by its tag and its VPC. */
export async function lookUpEci(ref: ResourceRef, context: OwnershipContext): Promise<Live> {
  const { cloud, store, event, deadline } = context;
  const kind = ref.kind === 'eci.virtual-node' ? ref.kind : 'eci.container-group';
  const name = kind === 'eci.virtual-node' ? 'VirtualNodeIds' : 'ContainerGroupIds';
  const params = { [name]: JSON.stringify([ref.id]) };
  const { items } = await readEci(cloud, kind, { region: event.region, params, deadline });
  const [item] = items.filter(({ id }) => id === ref.id);
  if (item === undefined) return 'gone';
  return (await store.clusters(event.accountId)).flatMap((cluster) => eciOf(cluster, item));
}
