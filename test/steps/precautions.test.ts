import { describe, expect, it } from 'vitest';
import { aWatchedAccount, short } from '../flow/watched-account.ts';

const HOUR_MS = 3_600_000;
const CS = { serviceName: 'CS', version: '2015-12-15' };
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);

type Account = Awaited<ReturnType<typeof aWatchedAccount>>;

function onCluster({ unplayed, alice, prod }: Account, action: string, params: object = {}, at = new Date()) {
  return unplayed(alice, { ...CS, action, params: { ClusterId: prod.clusterId, ...params }, at });
}

function snapshotOf({ unplayed, alice }: Account, DiskId: string | undefined, hours: number) {
  const call = { serviceName: 'Ecs', version: '2014-05-26', action: 'CreateSnapshot' };
  unplayed(alice, { ...call, params: { DiskId }, references: { 'ACS::ECS::Disk': [DiskId ?? ''] }, at: ago(hours) });
}

describe('an upgrade of a cluster', () => {
  it('without check and backup is told, with what was not found', async () => {
    const account = await aWatchedAccount();

    const { findings } = await account.take(onCluster(account, 'UpgradeCluster', { next_version: '1.35.1' }));

    expect(findings).toMatchObject([{ rows: ['U08', 'U10'], severity: 'low' }]);
    expect(findings[0]?.notes).toEqual(
      expect.arrayContaining([
        'No check of the cluster is known from the 24 hours before the upgrade',
        "The trail of the 24 hours before shows no snapshot of one of the cluster's disks",
      ]),
    );
  });

  it('after a check and a snapshot of a volume is approved', async () => {
    const account = await aWatchedAccount();
    snapshotOf(account, account.prod.volumes[0], 5);
    const check = await account.take(onCluster(account, 'RunClusterCheck', { type: 'MasterUpgrade' }, ago(2)));

    const upgrade = await account.take(onCluster(account, 'UpgradeCluster', { next_version: '1.35.1' }));

    expect([...short(check), ...short(upgrade)]).toEqual(['approved', 'approved']);
  });

  it.each([
    ['a check too long ago', 30, 'prod'],
    ['a check of another cluster', 2, 'legacy'],
  ] as const)('is told after %s', async (_, hours, name) => {
    const account = await aWatchedAccount();
    snapshotOf(account, account.prod.volumes[0], 5);
    await account.take(onCluster(account, 'RunClusterCheck', { ClusterId: account[name].clusterId }, ago(hours)));

    const upgrade = await account.take(onCluster(account, 'UpgradeCluster', { next_version: '1.35.1' }));

    expect(upgrade.findings).toMatchObject([{ rows: ['U08'] }]);
  });

  it("is told after a snapshot of somebody else's disk", async () => {
    const account = await aWatchedAccount();
    await account.take(onCluster(account, 'RunClusterCheck', {}, ago(2)));
    snapshotOf(account, 'd-bp1somebodyelse000000', 5);

    const upgrade = await account.take(onCluster(account, 'UpgradeCluster', { next_version: '1.35.1' }));

    expect(upgrade.findings).toMatchObject([{ rows: ['U10'] }]);
  });

  it('says that a backup is not known when the trail does not answer', async () => {
    const account = await aWatchedAccount();
    account.local.faults.order({ kind: 'hang', product: 'actiontrail' });

    const { findings } = await account.take(onCluster(account, 'UpgradeCluster', { next_version: '1.35.1' }));

    expect(findings).toMatchObject([{ rows: ['U08', 'U10'] }]);
    expect(findings[0]?.notes).toContain(
      'Whether there is a backup is not known: the trail could not be asked (Timeout)',
    );
  });
});

describe('existing instances attached to a node pool', () => {
  it.each([
    ['without a backup', [], ['finding node-pool.nodes-attached-without-backup']],
    ['after an image of one of two', ['i-1'], ['finding node-pool.nodes-attached-without-backup']],
    ['after images of both', ['i-1', 'i-2'], ['approved']],
  ] as const)('%s', async (_, saved, expected) => {
    const account = await aWatchedAccount();
    const { unplayed, alice, prod } = account;
    for (const InstanceId of saved) {
      const call = { serviceName: 'Ecs', version: '2014-05-26', action: 'CreateImage', params: { InstanceId } };
      unplayed(alice, { ...call, references: { 'ACS::ECS::Instance': [InstanceId] }, at: ago(1) });
    }

    const outcome = await account.take(
      onCluster(account, 'AttachInstancesToNodePool', { NodepoolId: prod.general.pool, instances: ['i-1', 'i-2'] }),
    );

    expect(short(outcome)).toEqual(expected);
  });
});

describe('a change through Container Service', () => {
  it('is approved where nothing about it is risky', async () => {
    const account = await aWatchedAccount();
    const { deed, alice, prod } = account;
    const on = (NodepoolId: string) => ({ ClusterId: prod.clusterId, NodepoolId, count: 1 });
    const scale = (pool: string) => deed(alice, { product: 'cs', action: 'ScaleClusterNodePool', params: on(pool) });

    const outcome = await account.take([...scale(prod.general.pool), ...scale(prod.elastic.pool)]);

    expect(short(outcome).filter((one) => !/ack-itself|echo/u.test(one))).toEqual([
      'finding node-pool.scaled-by-hand',
      'approved',
    ]);
  });

  it('that was refused changed nothing', async () => {
    const account = await aWatchedAccount();
    const [record] = onCluster(account, 'ModifyCluster');

    const outcome = await account.take(record === undefined ? [] : [{ ...record, errorCode: 'Forbidden.RAM' }]);

    expect(short(outcome)).toEqual(['no-effect']);
  });
});
