import { describe, expect, it } from 'vitest';
import type { Key } from '../../infra/local/cloud/keys.ts';
import { anInstance, place } from '../../infra/local/cloud/ecs/defaults.ts';
import { addWorker } from '../../infra/local/demo/build/node.ts';
import { toldMark } from '../../shared/inventory/last-look.ts';
import { aWatchedAccount, short } from './watched-account.ts';

type Account = Awaited<ReturnType<typeof aWatchedAccount>>;

const MANY = 100;

/** A hundred more nodes in the elastic pool of `prod`, known to the inventory. */
async function withManyNodes(): Promise<Account & { readonly many: readonly string[] }> {
  const account = await aWatchedAccount();
  const cluster = account.account.cs.clusters.get(account.prod.clusterId);
  const pool = cluster?.nodePools.get(account.prod.elastic.pool);
  const many = Array.from({ length: MANY }, (_, at) => `i-bp1many${String(at).padStart(12, '0')}`);
  if (cluster === undefined || pool === undefined) throw new Error('no such pool');
  for (const [at, id] of many.entries()) addWorker(account.account, cluster, pool, id, `10.1.1.${at + 1}`);
  await account.look();
  return { ...account, many };
}

const listOf = (ids: readonly string[]) => Object.fromEntries(ids.map((id, at) => [`InstanceId.${at + 1}`, id]));

describe('what an event costs in calls to the cloud, on a warm inventory', () => {
  it.each<[what: string, reason: string, by: (account: Account) => Key, action: string]>([
    ["ACK's own deed", 'ack-itself', ({ account }) => account.actors.ack(), 'StopInstance'],
    ['an echo', 'echo', ({ account }) => account.actors.autoscaling(), 'DeleteInstance'],
    ['a call in no table', 'not-risky', ({ alice }) => alice, 'CreateLaunchTemplate'],
    ['a command that does no harm', 'not-risky', ({ alice }) => alice, 'RunCommand'],
  ])('%s: none', async (_, reason, by, action) => {
    const account = await aWatchedAccount();
    const params = { InstanceId: account.prod.nodes[0], CommandContent: 'uptime' };
    const call = { serviceName: 'Ecs', version: '2014-05-26', action, params };

    const outcome = await account.take(account.unplayed(by(account), call));

    expect([short(outcome), account.local.calls]).toEqual([[reason], []]);
  });

  it.each([
    ['a hundred nodes released', 'DeleteInstances', { Force: 'true' }],
    ['a hundred nodes stopped', 'StopInstances', {}],
    ['a command on a hundred nodes', 'RunCommand', { Type: 'RunShellScript', CommandContent: 'ufw enable' }],
    ['a hundred nodes moved to another security group', 'JoinSecurityGroup', { SecurityGroupId: 'sg-1' }],
  ])('%s: at most three', async (_, action, params) => {
    const { take, unplayed, alice, local, many } = await withManyNodes();
    const call = { serviceName: 'Ecs', version: '2014-05-26', action, params: { ...params, ...listOf(many) } };

    const { findings } = await take(unplayed(alice, call));

    expect(findings[0]?.resources).toHaveLength(MANY);
    expect(local.calls.length).toBeLessThanOrEqual(3);
  });

  it("a command on a hundred instances that are nobody's: one, and then none", async () => {
    const { account, take, unplayed, alice, local } = await aWatchedAccount();
    const ids = Array.from({ length: MANY }, (_, at) => `i-bp1other${String(at).padStart(11, '0')}`);
    const elsewhere = { RegionId: account.region, VpcId: 'vpc-1', VSwitchId: 'vsw-1', SecurityGroupIds: [] };
    for (const InstanceId of ids) place(account.ecs, anInstance({ ...elsewhere, InstanceId, PrivateIpAddress: '' }));
    const params = { CommandContent: 'ufw enable', ...listOf(ids) };
    const call = { serviceName: 'Ecs', version: '2014-05-26', action: 'RunCommand', params };

    const outcomes = [await take(unplayed(alice, call)), await take(unplayed(alice, call))];

    expect(outcomes.flatMap(short)).toEqual(['not-owned', 'not-owned']);
    expect(local.calls.map(({ action }) => action)).toEqual(['DescribeInstances']);
  });

  it('a role that has to be verified first, and a hundred resources: at most three', async () => {
    const { take, unplayed, account, local, many } = await withManyNodes();
    const forged = account.keys.session('AliyunCSOpsRole', 's');
    const call = { serviceName: 'Ecs', version: '2014-05-26', action: 'DeleteInstances', params: listOf(many) };

    const { findings } = await take(unplayed(forged, call));

    expect(findings).toMatchObject([{ actor: { standing: 'suspect' } }]);
    expect(local.calls[0]?.action).toBe('GetRole');
    expect(local.calls.length).toBeLessThanOrEqual(3);
  });

  it('an upgrade with nothing before it: at most three', async () => {
    const { take, unplayed, alice, prod, local } = await aWatchedAccount();
    const params = { ClusterId: prod.clusterId, next_version: '1.35.1' };

    const { findings } = await take(
      unplayed(alice, { serviceName: 'CS', version: '2015-12-15', action: 'UpgradeCluster', params }),
    );

    expect(findings).toHaveLength(1);
    expect(local.calls.length).toBeLessThanOrEqual(3);
  });

  it('a RAM role that no cluster needs: none, and after a look at the clusters nobody asks again', async () => {
    const { take, look, unplayed, alice, local, account, store } = await aWatchedAccount();
    const params = { RoleName: 'reporting', PolicyName: 'x', PolicyType: 'Custom' };
    const call = { serviceName: 'Ram', version: '2015-05-01', action: 'DetachPolicyFromRole', params };
    const aMinuteAgo = () => unplayed(alice, { ...call, at: new Date(Date.now() - 60_000) });
    for (const cluster of await store.clusters(account.accountId)) {
      await store.setMark(toldMark(cluster), { at: new Date(Date.now() - 600_000), isComplete: true });
    }

    const first = await take(aMinuteAgo());
    await look();
    const second = await take(aMinuteAgo());

    expect(short(first)).toEqual(['ownership-unknown']);
    expect(short(second)).toEqual(['not-owned']);
    expect(await store.held(10)).toEqual([]);
    expect(await store.unownedAmong(account.accountId, ['reporting'])).toEqual(new Set(['reporting']));
    expect(local.calls).toEqual([]);
  });
});
