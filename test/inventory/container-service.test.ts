import { describe, expect, it } from 'vitest';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { toldMark } from '../../shared/inventory/last-look.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account, collected; asking for owners fails the test when it calls the cloud. */
async function collected() {
  const demo = demoAccount();
  const { accountId, region } = demo.world;
  const store = memoryStore();
  const cloud = inProcessCloud(demo.world, demo.watcher);
  const now = () => new Date();
  const { parts } = await collectInventory({
    cloud,
    store,
    accountId,
    regions: [region],
    now,
    deadline: Date.now() + 10_000,
  });
  const ask = async (kind: ResourceKind, id: string, params: Readonly<Record<string, unknown>> = {}) => {
    const [answer] = await ownersOf({
      store,
      cloud: { call: ({ action }) => Promise.reject(new Error(`asked for ${action}`)) },
      isAck: () => Promise.resolve(false),
      event: { accountId, region, eventTime: now(), params },
      refs: [{ kind, id }],
      now,
      deadline: Date.now() + 1_000,
    });
    return answer;
  };
  const looked = async (at: Date) => {
    for (const cluster of await store.clusters(accountId)) {
      await store.setMark(toldMark(cluster), { at, isComplete: true });
    }
  };
  return { ...demo, store, parts, ask, looked };
}

describe('what Container Service and RAM know of a cluster', () => {
  it('is collected: the cluster, its pools, roles, policies, identity provider and logs', async () => {
    const { store, parts, prod } = await collected();

    const owned = await store.resourcesOf(prod.clusterId);

    const found = owned.map(({ kind, id, role, facts }) => ({ kind, id, role, facts }));
    const role = prod.workerRole.toLowerCase();
    const mine = parts.filter(({ collector }) => collector === 'cs' || collector === 'ram');
    expect(mine.flatMap(({ problems }) => problems)).toEqual([]);
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: 'cs.cluster', id: prod.clusterId, role: 'cluster', facts: { autoScaling: true } },
        {
          kind: 'cs.node-pool',
          id: prod.general.pool,
          role: 'node-pool',
          facts: { minSize: 0, maxSize: 2000, desiredSize: 3, autoScaling: false },
        },
        {
          kind: 'cs.node-pool',
          id: prod.elastic.pool,
          role: 'node-pool',
          facts: { minSize: 2, maxSize: 10, autoScaling: true },
        },
        { kind: 'ram.role', id: role, role: 'cluster-ram-role', facts: {} },
        {
          kind: 'ram.policy',
          id: prod.workerRole.replace('KubernetesWorkerRole', 'k8sWorkerRolePolicy'),
          role: 'cluster-ram-role',
          facts: {},
        },
        { kind: 'ram.oidc-provider', id: `ack-rrsa-${prod.clusterId}`, role: 'rrsa-provider', facts: {} },
        { kind: 'sls.project', id: `k8s-log-${prod.clusterId}`, role: 'log-project', facts: {} },
      ]),
    );
  });

  it('knows the role of the masters of a dedicated cluster', async () => {
    const { store, legacy } = await collected();

    const roles = (await store.resourcesOf(legacy.clusterId)).filter(({ kind }) => kind === 'ram.role');

    expect(new Set(roles.map(({ name }) => name))).toEqual(new Set([legacy.masterRole, legacy.workerRole]));
  });
});

describe('whose it is, without a call', () => {
  it.each<[kind: ResourceKind, id: string]>([
    ['ram.role', 'aliyuncsdefaultrole'],
    ['ram.policy', 'AliyunCSManagedNetworkRolePolicy'],
    ['actiontrail.trail', 'all-events'],
    ['ecs.cloud-assistant', 'cn-hangzhou'],
    ['ram.control-policy', 'cp-1'],
    ['cs.alert-contact', '17'],
  ])('%s %s is every cluster’s of the account', async (kind, id) => {
    const { ask, store, prod, legacy, edge } = await collected();

    const answer = await ask(kind, id);

    const clusters = [prod, legacy, edge].map(({ clusterId }) => clusterId);
    expect(answer?.owners.map(({ clusterId }) => clusterId).toSorted()).toEqual(clusters.toSorted());
    expect(await store.ownersOf('1234567890123456', [id])).toEqual(new Map());
  });

  it('Cloud Assistant of a region without clusters is nobody’s', async () => {
    const { ask } = await collected();

    expect(await ask('ecs.cloud-assistant', 'cn-beijing')).toMatchObject({ owners: [] });
  });

  it('what lies in the log project of a cluster is the cluster’s', async () => {
    const { ask, prod } = await collected();
    const project = `k8s-log-${prod.clusterId}`;

    const [store, config] = [
      await ask('sls.logstore', `${project}/audit`),
      await ask('sls.machine-group', `${project}/x`),
    ];

    expect(store?.owners).toMatchObject([{ clusterId: prod.clusterId, role: 'logstore' }]);
    expect(config?.owners).toMatchObject([{ clusterId: prod.clusterId, role: 'log-project', parent: { id: project } }]);
    expect((await ask('sls.logstore', 'mine/audit'))?.state).toBe('unknown');
  });

  it('a stored command is nobody’s before it is invoked', async () => {
    const { ask } = await collected();

    expect(await ask('ecs.command', 'c-1')).toMatchObject({ state: 'unowned' });
  });

  it('a node pool made since the last look is that of the cluster which the call names', async () => {
    const { ask, prod } = await collected();

    const answer = await ask('cs.node-pool', 'np-new', { ClusterId: prod.clusterId });

    expect(answer?.owners).toMatchObject([{ clusterId: prod.clusterId, role: 'node-pool' }]);
  });

  it('a RAM role that no cluster needs is unknown until a complete look after the event, then nobody’s', async () => {
    const { ask, looked } = await collected();

    const before = await ask('ram.role', 'reporting');
    await looked(new Date(Date.now() - 60_000));
    const stale = await ask('ram.role', 'reporting');
    await looked(new Date(Date.now() + 60_000));
    const after = await ask('ram.role', 'reporting');

    expect([before?.state, stale?.state, after?.state]).toEqual(['unknown', 'unknown', 'unowned']);
  });
});
