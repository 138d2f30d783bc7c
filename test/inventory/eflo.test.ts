import { describe, expect, it } from 'vitest';
import { aLeni, aLingjunNode } from '../../infra/local/cloud/eflo/state.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account after `change`, collected. */
async function collected(change: (world: World) => void = () => undefined) {
  const demo = demoAccount();
  change(demo.world);
  const { accountId, region } = demo.world;
  const store = memoryStore();
  const calls: string[] = [];
  const inner = inProcessCloud(demo.world, demo.watcher);
  const cloud: typeof inner = {
    call: (call) => {
      if (call.product.startsWith('eflo')) calls.push(call.action);
      return inner.call(call);
    },
  };
  const at = { cloud, store, now: () => new Date(), deadline: Date.now() + 10_000 };
  const { parts } = await collectInventory({ ...at, accountId, regions: [region] });
  const ask = async (kind: ResourceKind, id: string, params: Readonly<Record<string, unknown>> = {}) => {
    const event = { accountId, region, eventTime: new Date(), params };
    const [answer] = await ownersOf({ ...at, isAck: () => Promise.resolve(false), event, refs: [{ kind, id }] });
    return answer;
  };
  const of = async (clusterId: string) => {
    const owned = await store.resourcesOf(clusterId);
    return owned.filter(({ kind }) => kind.startsWith('eflo.')).map(({ kind, id, role }) => `${kind} ${id} ${role}`);
  };
  return { ...demo, parts, calls, ask, of };
}

describe('Lingjun behind a cluster', () => {
  it('is the node groups of its pools, their nodes, the interfaces on these and their network', async () => {
    const { prod, parts, of } = await collected(({ eflo, region }) => {
      const place = { RegionId: region, ClusterId: 'i110472561732410000000', VpcId: 'vpc-x' };
      eflo.nodes.set('e01-other', aLingjunNode({ ...place, NodeId: 'e01-other', NodeGroupId: 'ng-other' }));
      const eni = { RegionId: region, ElasticNetworkInterfaceId: 'leni-other', NodeId: 'e01-other' };
      eflo.interfaces.set('leni-other', aLeni({ ...eni, VpcId: place.VpcId }));
    });

    const { lingjun } = prod;
    expect(parts.find(({ collector }) => collector === 'eflo')?.problems).toEqual([]);
    expect((await of(prod.clusterId)).toSorted()).toEqual(
      [
        `eflo.cluster ${lingjun.cluster} lingjun-node-group`,
        `eflo.node-group ${lingjun.group} lingjun-node-group`,
        ...lingjun.nodes.map((id) => `eflo.node ${id} lingjun-node`),
        ...lingjun.interfaces.map((id) => `eflo.network-interface ${id} pod-eni`),
        `eflo.vpd ${lingjun.network} lingjun-network`,
      ].toSorted(),
    );
  });

  it('costs two calls, and none for a cluster without it', async () => {
    const { calls } = await collected();

    expect(calls).toEqual(['ListClusterNodes', 'ListElasticNetworkInterfaces']);
  });

  it('is looked up when it is younger than the inventory', async () => {
    const { prod, world, ask } = await collected();
    const { cluster: ClusterId, group: NodeGroupId, nodes } = prod.lingjun;
    const young = { RegionId: world.region, NodeId: 'e01-young', ClusterId, NodeGroupId, VpcId: prod.vpc };
    world.eflo.nodes.set('e01-young', aLingjunNode(young));
    const eni = { RegionId: world.region, ElasticNetworkInterfaceId: 'leni-young', VpcId: prod.vpc };
    world.eflo.interfaces.set('leni-young', aLeni({ ...eni, NodeId: nodes[0] ?? '' }));

    const node = await ask('eflo.node', 'e01-young');
    const free = await ask('eflo.network-interface', 'leni-gone', { NodeId: 'e01-none' });
    const leni = await ask('eflo.network-interface', 'leni-young');

    expect(node).toMatchObject({ state: 'owned', owners: [{ role: 'lingjun-node', clusterId: prod.clusterId }] });
    expect(leni).toMatchObject({ state: 'owned', owners: [{ role: 'pod-eni', parent: { id: nodes[0] } }] });
    expect(free?.state).toBe('unknown');
  });
});
