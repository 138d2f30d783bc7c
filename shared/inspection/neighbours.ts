import type { Json } from '../model/change.ts';
import type { AuditEvent } from '../model/event.ts';
import type { ResourceRef } from '../model/resource.ts';
import { type Store, snapshotKey } from '../store/store.ts';
import { textIn, textsIn } from './content.ts';
import { zonesOf } from './zones.ts';

/** Whom the members of a security group must reach, and who must reach them, as far as earlier readings tell. */
export interface Neighbours {
  readonly apiServerCidrs: readonly string[];
  readonly nodeCidrs: readonly string[];
  /** Groups that all nodes are in; absent: not known. */
  readonly nodeGroupIds?: readonly string[];
}

/** Nodes of one cluster are alike; so many tell enough. */
const MOST_NODES = 50;

/** Addresses of the cluster's API server and nodes, from before the event. */
export async function neighboursOf(
  store: Pick<Store, 'resourcesOf' | 'snapshotsBefore'>,
  { accountId, eventTime }: AuditEvent,
  clusterId: string,
): Promise<Neighbours> {
  const owned = await store.resourcesOf(clusterId);
  const servers = owned.filter(
    ({ kind, role }) => kind.endsWith('.load-balancer') && role === 'api-server-load-balancer',
  );
  const nodes = owned.filter(({ kind, role }) => kind === 'ecs.instance' && role === 'node').slice(0, MOST_NODES);
  const snapshots = await store.snapshotsBefore(accountId, [...servers, ...nodes], eventTime);
  const stateOf = ({ kind, id }: ResourceRef) =>
    snapshots.get(snapshotKey({ kind, id, aspect: 'configuration' }))?.content;
  const groups = nodes.map((node) => textsIn(stateOf(node), 'SecurityGroupIds')).filter((ids) => ids.length > 0);
  const [first, ...others] = groups;
  return {
    apiServerCidrs: servers.flatMap((server) => addressesIn(stateOf(server)).flatMap(addressOf)),
    nodeCidrs: nodes.flatMap((node) => textsIn(stateOf(node), 'PrivateIpAddress').flatMap(addressOf)),
    ...(first === undefined ? {} : { nodeGroupIds: first.filter((id) => others.every((ids) => ids.includes(id))) }),
  };
}

/** A Classic Load Balancer has one address, a Network Load Balancer one in each zone. */
function addressesIn(state: Json | undefined): readonly (string | undefined)[] {
  return [textIn(state, 'Address'), ...zonesOf(state ?? null).map((zone) => textIn(zone, 'PrivateIPv4Address'))];
}

function addressOf(address: string | undefined): readonly string[] {
  if (address === undefined || address === '') return [];
  return [address.includes(':') ? `${address}/128` : `${address}/32`];
}
