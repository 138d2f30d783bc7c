import { beforeAll, describe, expect, it } from 'vitest';
import { collectedDemo } from './demo-inventory.ts';

let demo: Awaited<ReturnType<typeof collectedDemo>>;

beforeAll(async () => {
  demo = await collectedDemo();
});

describe('Network Load Balancers in the inventory', () => {
  it('give the parts of an API server its role, the security group that guards it too', async () => {
    const { edge, rowsOf } = demo;
    const { listener, group, securityGroup } = edge.apiServer;

    expect(await rowsOf(edge.clusterId, 'nlb')).toEqual([
      `ecs.security-group ${securityGroup} api-server-load-balancer`,
      `nlb.listener ${listener} api-server-load-balancer`,
      `nlb.server-group ${group} api-server-load-balancer`,
    ]);
  });

  it("leave a customer's own listener on a borrowed one to the customer", async () => {
    const { prod, rowsOf } = demo;

    expect(await rowsOf(prod.clusterId, 'nlb')).toEqual([
      `nlb.listener ${prod.borrowed.serviceListener} service-load-balancer`,
      `nlb.listener ${prod.grpc.listener} service-load-balancer`,
      `nlb.server-group ${prod.borrowed.serviceGroup} service-load-balancer`,
      `nlb.server-group ${prod.grpc.group} service-load-balancer`,
    ]);
  });

  it('cost a listing of a kind, however many there are', () => {
    const { calls } = demo;
    const each = ['ListLoadBalancers', 'ListListeners', 'ListServerGroups'].map(
      (action) => calls.filter((call) => call === `nlb:${action}`).length,
    );

    expect(each).toEqual([2, 2, 2]);
  });

  it.each([
    ['nlb.listener', () => demo.edge.apiServer.listener, 'api-server-load-balancer'],
    ['nlb.server-group', () => demo.edge.apiServer.group, 'api-server-load-balancer'],
    ['nlb.load-balancer', () => demo.edge.apiServer.loadBalancer, 'api-server-load-balancer'],
  ] as const)('look up a %s that the store does not know', async (kind, id, role) => {
    const { edge, ownerOf } = demo;

    expect(await ownerOf(kind, id(), {}, false)).toEqual({ state: 'owned', owners: [[edge.clusterId, role]] });
  });

  it.each([
    ['nlb.listener', () => demo.prod.borrowed.ownListener],
    ['nlb.server-group', () => demo.prod.borrowed.ownGroup],
  ] as const)("say of the customer's own %s on a borrowed one that nobody owns it", async (kind, id) => {
    expect(await demo.ownerOf(kind, id())).toMatchObject({ state: 'unowned' });
  });

  it('do not know a listener that is gone and never was in the inventory', async () => {
    expect(await demo.ownerOf('nlb.listener', 'lsn-gone@80')).toMatchObject({ state: 'unknown' });
  });
});
