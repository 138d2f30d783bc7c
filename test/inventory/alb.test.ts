import { beforeAll, describe, expect, it } from 'vitest';
import { anAlb, anAlbListener } from '../../infra/local/cloud/alb/defaults.ts';
import { listClusters } from '../../shared/inventory/clusters.ts';
import { albCollector } from '../../shared/inventory/alb.ts';
import { albServerGroupIds } from '../../shared/inventory/alb-server-group-ids.ts';
import { ownedBy } from '../../shared/inventory/collector.ts';
import { collectedDemo } from './demo-inventory.ts';

let demo: Awaited<ReturnType<typeof collectedDemo>>;

beforeAll(async () => {
  demo = await collectedDemo();
});

describe('Application Load Balancers in the inventory', () => {
  it('are the Ingress with listener, rule, server groups and access control list', async () => {
    const { prod, rowsOf } = demo;
    const { listener, rule, defaultGroup, shopGroup, acl } = prod.albIngress;

    expect(await rowsOf(prod.clusterId, 'alb')).toEqual(
      [
        `alb.acl ${acl}`,
        `alb.listener ${listener}`,
        `alb.rule ${rule}`,
        `alb.server-group ${defaultGroup}`,
        `alb.server-group ${shopGroup}`,
      ]
        .map((row) => `${row} ingress-load-balancer`)
        .toSorted(),
    );
  });

  it('ask nothing where a cluster has none', () => {
    const { calls } = demo;

    expect(calls.filter((call) => call === 'alb:ListListeners')).toHaveLength(1);
  });

  it.each([
    ['alb.listener', () => demo.prod.albIngress.listener],
    ['alb.rule', () => demo.prod.albIngress.rule],
    ['alb.server-group', () => demo.prod.albIngress.shopGroup],
    ['alb.acl', () => demo.prod.albIngress.acl],
    ['alb.load-balancer', () => demo.prod.albIngress.loadBalancer],
  ] as const)('tell whose a %s is that the store does not know', async (kind, id) => {
    const { prod, ownerOf } = demo;

    expect(await ownerOf(kind, id(), {}, false)).toEqual({
      state: 'owned',
      owners: [[prod.clusterId, 'ingress-load-balancer']],
    });
  });

  it('leave on a borrowed one what no controller of the cluster made', async () => {
    const { world, cloud, prod } = demo;
    const at = { RegionId: world.region, VpcId: prod.vpc, LoadBalancerId: 'alb-own' };
    world.alb.loadBalancers.set('alb-own', anAlb(at));
    for (const [ListenerId, ListenerPort, ListenerDescription] of [
      ['lsn-theirs', 8080, 'my own'],
      ['lsn-ours', 80, 'ingress-auto-listener-80'],
    ] as const) {
      const said = { ListenerId, ListenerPort, ListenerDescription, LoadBalancerId: 'alb-own', DefaultActions: [] };
      world.alb.listeners.set(ListenerId, anAlbListener(said));
    }
    const deadline = Date.now() + 5_000;
    const { items } = await listClusters(cloud, { accountId: world.accountId, region: world.region, deadline });
    const cluster = items.find(({ id }) => id === prod.clusterId);
    if (cluster === undefined) throw new Error('Expected the cluster prod');
    const borrowed = ownedBy(cluster, 'cs', 'alb.load-balancer', 'alb-own', 'reused-load-balancer');

    const found = await albCollector.collect(cloud, cluster, deadline, [borrowed]);

    expect(found.resources.map(({ id, role }) => [id, role])).toEqual([['lsn-ours', 'ingress-load-balancer']]);
  });

  it('lead to server groups wherever in an action they stand', () => {
    const mirror = { TrafficMirrorConfig: { MirrorGroupConfig: { ServerGroupTuples: [{ ServerGroupId: 'sgp-2' }] } } };
    const forward = { ForwardGroupConfig: { ServerGroupTuples: [{ ServerGroupId: 'sgp-1', Weight: 100 }] } };

    expect(albServerGroupIds({ RuleActions: [forward, mirror] })).toEqual(['sgp-1', 'sgp-2']);
  });
});
