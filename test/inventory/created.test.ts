import { describe, expect, it } from 'vitest';
import { idsNamedIn, ownedByCreation } from '../../shared/inventory/created.ts';
import type { OwnedResource, ResourceRef } from '../../shared/model/resource.ts';

const event = { accountId: 'a', region: 'r' };
const owned = (ref: ResourceRef, role: OwnedResource['role']): OwnedResource => ({
  ...ref,
  ...event,
  role,
  clusterId: 'c1',
  facts: {},
  via: 'cs',
});

/** What ACK's call makes a cluster's, when these are known to be its own. */
function made(created: ResourceRef, params: Record<string, unknown>, owners: readonly OwnedResource[] = []) {
  const call = { ...event, params };
  const named = owners.filter(({ id }) => idsNamedIn(call).includes(id));
  return ownedByCreation({ event: call, created: [created], clusters: [{ id: 'c1' }, { id: 'c2' }], owners: named });
}

describe('what ACK itself creates on the network and for volumes', () => {
  it('is a route of the cluster whose node it leads to, not of every cluster that has the table', () => {
    const table = owned({ kind: 'vpc.route-table', id: 'vtb-1' }, 'cluster-route');
    const others = { ...table, clusterId: 'c2' };
    const node = owned({ kind: 'ecs.instance', id: 'i-1' }, 'node');
    const params = { RouteTableId: 'vtb-1', DestinationCidrBlock: '172.20.1.0/24', NextHopId: 'i-1' };

    const route = made({ kind: 'vpc.route-entry', id: 'rte-1' }, params, [table, others, node]);

    expect(route).toMatchObject([{ id: 'rte-1', clusterId: 'c1', role: 'cluster-route', via: 'event' }]);
  });

  it('is a file system of the cluster in its tag, and a mount target of the cluster of its file system', () => {
    const Tag = [{ Key: 'ack.aliyun.com', Value: 'c2' }];
    const system = owned({ kind: 'nas.file-system', id: 'nas1' }, 'volume-nas');

    expect(made({ kind: 'nas.file-system', id: 'nas2' }, { Tag })).toMatchObject([
      { clusterId: 'c2', role: 'volume-nas' },
    ]);
    expect(made({ kind: 'nas.mount-target', id: 'nas1-a' }, { FileSystemId: 'nas1' }, [system])).toMatchObject([
      { clusterId: 'c1', role: 'volume-nas', parent: { kind: 'nas.file-system', id: 'nas1' } },
    ]);
  });

  it('is a network interface of the cluster of its Lingjun node', () => {
    const node = owned({ kind: 'eflo.node', id: 'e01-1' }, 'lingjun-node');

    const eni = made({ kind: 'eflo.network-interface', id: 'leni-1' }, { NodeId: 'e01-1' }, [node]);

    expect(eni).toMatchObject([{ clusterId: 'c1', role: 'pod-eni' }]);
  });
});
