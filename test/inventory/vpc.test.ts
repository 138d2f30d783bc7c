import { describe, expect, it } from 'vitest';
import { aNetworkAcl } from '../../infra/local/cloud/vpc/defaults.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account after `change`, collected. `of` tells what a cluster owns of VPC: kind, id, role. */
async function collected(change: (world: World) => void = () => undefined) {
  const demo = demoAccount();
  change(demo.world);
  const { accountId, region } = demo.world;
  const store = memoryStore();
  const cloud = inProcessCloud(demo.world, demo.watcher);
  const calls: string[] = [];
  const { parts } = await collectInventory({
    cloud: {
      call: (call) => {
        if (call.product === 'vpc') calls.push(call.action);
        return cloud.call(call);
      },
    },
    store,
    accountId,
    regions: [region],
    now: () => new Date(),
    deadline: Date.now() + 10_000,
  });
  const of = async (clusterId: string) => {
    const owned = await store.resourcesOf(clusterId);
    return owned
      .filter(({ kind }) => kind.startsWith('vpc.') && kind !== 'vpc.eip')
      .map(({ kind, id, role }) => `${kind} ${id} ${role}`);
  };
  return { ...demo, store, parts, calls, of };
}

describe('the network under a cluster', () => {
  it('is its VPC, its vSwitches, their route table and the NAT gateway to which that leads', async () => {
    const { prod, parts, of } = await collected();

    const owned = await of(prod.clusterId);

    expect(parts.filter(({ collector }) => collector === 'vpc').flatMap(({ problems }) => problems)).toEqual([]);
    expect(owned.toSorted()).toEqual(
      [
        `vpc.vpc ${prod.vpc} cluster-vpc`,
        `vpc.vswitch ${prod.vSwitches.nodes} cluster-vswitch`,
        `vpc.vswitch ${prod.vSwitches.pods} cluster-vswitch`,
        `vpc.route-table ${prod.routeTable} cluster-route`,
        `vpc.nat-gateway ${prod.wayOut.natGateway} cluster-nat-gateway`,
        `vpc.snat-table ${prod.wayOut.snatTable} cluster-nat-gateway`,
      ].toSorted(),
    );
  });

  it('has the vSwitches of pods too, which only their interfaces name', async () => {
    const { prod, of } = await collected(({ cs }) => {
      for (const [id, cluster] of cs.clusters) {
        const nodePools = new Map([...cluster.nodePools].map(([key, pool]) => [key, { ...pool, vswitchIds: [] }]));
        cs.clusters.set(id, { ...cluster, vswitchIds: [], nodePools });
      }
    });

    expect(await of(prod.clusterId)).toEqual(
      expect.arrayContaining([
        `vpc.vswitch ${prod.vSwitches.pods} cluster-vswitch`,
        `vpc.route-table ${prod.routeTable} cluster-route`,
      ]),
    );
  });

  it('has the routes that lead to its nodes and its pods, and no others', async () => {
    const { legacy, of } = await collected(({ vpc }) => {
      const [route] = [...vpc.routeEntries.values()].filter(({ DestinationCidrBlock }) =>
        DestinationCidrBlock.startsWith('172.20.'),
      );
      if (route === undefined) throw new Error('Expected a route to pods');
      const other = { ...route, NextHops: [{ NextHopId: 'i-other', NextHopType: 'Instance' }] };
      vpc.routeEntries.set('rte-other', { ...other, RouteEntryId: 'rte-other', DestinationCidrBlock: '172.20.9.0/24' });
      const office = { ...route, RouteEntryId: 'rte-office', DestinationCidrBlock: '10.200.0.0/16' };
      vpc.routeEntries.set('rte-office', office);
      vpc.routeEntries.set('rte-list', { ...other, RouteEntryId: 'rte-list', DestinationCidrBlock: 'pl-office' });
    });

    const owned = await of(legacy.clusterId);

    expect(owned.filter((one) => one.endsWith('cluster-route')).toSorted()).toEqual(
      [
        `vpc.route-table ${legacy.routeTable} cluster-route`,
        ...legacy.podRoutes.map(({ id }) => `vpc.route-entry ${id} cluster-route`),
        'vpc.prefix-list pl-office cluster-route',
      ].toSorted(),
    );
  });

  it('belongs to every cluster that it serves', async () => {
    const { prod, legacy, store, world } = await collected(({ cs, vpc, region }) => {
      const [one, other] = [...cs.clusters.values()];
      if (one === undefined || other === undefined) throw new Error('Expected two clusters');
      cs.clusters.set(other.id, { ...other, vpcId: one.vpcId, vswitchIds: one.vswitchIds });
      const [vSwitchId = ''] = one.vswitchIds;
      const vSwitch = vpc.vSwitches.get(vSwitchId);
      if (vSwitch !== undefined) vpc.vSwitches.set(vSwitchId, { ...vSwitch, NetworkAclId: 'nacl-1' });
      const acl = { NetworkAclId: 'nacl-1', RegionId: region, VpcId: one.vpcId };
      vpc.networkAcls.set('nacl-1', aNetworkAcl(acl));
      const whole = vpc.vpcs.get(one.vpcId);
      if (whole !== undefined) vpc.vpcs.set(one.vpcId, { ...whole, DhcpOptionsSetId: 'dopt-1' });
    });

    const ids = [prod.vpc, prod.vSwitches.nodes, prod.routeTable, prod.wayOut.natGateway, 'nacl-1', 'dopt-1'];
    const owners = await store.ownersOf(world.accountId, ids);

    expect(ids.map((id) => (owners.get(id) ?? []).map(({ clusterId }) => clusterId).toSorted())).toEqual(
      ids.map(() => [prod.clusterId, legacy.clusterId].toSorted()),
    );
  });

  it('costs four calls for a cluster with one route table', async () => {
    const { calls } = await collected(({ cs }) => {
      for (const id of [...cs.clusters.keys()].slice(1)) cs.clusters.delete(id);
    });

    expect(calls.filter((action) => action !== 'DescribeEipAddresses').toSorted()).toEqual([
      'DescribeNatGateways',
      'DescribeRouteEntryList',
      'DescribeVSwitches',
      'DescribeVpcAttribute',
    ]);
  });
});
