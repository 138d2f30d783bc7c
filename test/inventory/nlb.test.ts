import { beforeAll, describe, expect, it } from 'vitest';
import { idsNamedIn, ownedByCreation } from '../../shared/inventory/created.ts';
import type { Params } from '../../shared/model/params.ts';
import type { OwnedResource, ResourceRef } from '../../shared/model/resource.ts';
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

describe('what ACK itself creates', () => {
  const owner = (kind: OwnedResource['kind'], id: string, role: OwnedResource['role']): OwnedResource => ({
    accountId: 'a',
    region: 'r',
    clusterId: 'c1',
    facts: {},
    via: 'cs',
    kind,
    id,
    role,
  });
  const created = (ref: ResourceRef, params: Params, owners: readonly OwnedResource[]) =>
    ownedByCreation({
      event: { accountId: 'a', region: 'r', params },
      created: [ref],
      clusters: [{ id: 'c1' }],
      owners,
    });

  it.each([
    ['nlb.listener', owner('nlb.load-balancer', 'nlb-1', 'api-server-load-balancer'), 'api-server-load-balancer'],
    ['nlb.listener', owner('nlb.load-balancer', 'nlb-1', 'reused-load-balancer'), 'service-load-balancer'],
    ['alb.listener', owner('alb.load-balancer', 'alb-1', 'reused-load-balancer'), 'ingress-load-balancer'],
    ['alb.rule', owner('alb.listener', 'lsn-1', 'ingress-load-balancer'), 'ingress-load-balancer'],
  ] as const)("a %s on a %j is the cluster's as a %s", (kind, parent, role) => {
    const params = { LoadBalancerId: parent.id, ListenerId: parent.id };

    expect(idsNamedIn({ params })).toContain(parent.id);
    expect(created({ kind, id: 'new' }, params, [parent])).toMatchObject([
      { kind, id: 'new', role, parent: { id: parent.id } },
    ]);
  });

  it.each([
    ['nlb.load-balancer', 'service-load-balancer'],
    ['nlb.server-group', 'service-load-balancer'],
    ['alb.load-balancer', 'ingress-load-balancer'],
    ['alb.server-group', 'ingress-load-balancer'],
  ] as const)("a %s with its tag is the cluster's as a %s", (kind, role) => {
    const params = { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': 'c1' };

    expect(created({ kind, id: 'new' }, params, [])).toMatchObject([{ kind, role, clusterId: 'c1' }]);
  });
});
