import { describe, expect, it } from 'vitest';
import { afterTheLook, aWatchedAccount } from '../flow/watched-account.ts';

/** In the order in which they run, which is not that of the alphabet. */
const STEPS = [{ name: 'restart_kubelet' }, { name: 'drain_node' }];

describe('a change through Container Service', () => {
  it('of the size of an auto-scaling pool is told with before, after and the way back', async () => {
    const { account, take, look, deed, alice, prod } = await aWatchedAccount();
    const pool = account.cs.clusters.get(prod.clusterId)?.nodePools.get(prod.elastic.pool);
    if (pool !== undefined) pool.desiredSize = 5;
    await look();
    const params = { ClusterId: prod.clusterId, NodepoolId: prod.elastic.pool, count: 2 };

    const { findings } = await take(
      afterTheLook(deed(alice, { product: 'cs', action: 'ScaleClusterNodePool', params }).slice(0, 1)),
    );

    expect(findings).toMatchObject([
      {
        rule: 'node-pool.scaled-by-hand',
        comparisons: [{ changes: [{ op: 'replace', path: '/desired_size', before: 5, after: 7 }] }],
        restore: {
          possible: true,
          commands: [
            `aliyun cs PUT /clusters/${prod.clusterId}/nodepools/${prod.elastic.pool} --region cn-hangzhou ` +
              `--header Content-Type=application/json --body '{"scaling_group":{"desired_size":5}}'`,
          ],
        },
      },
    ]);
  });

  it('that uninstalls an add-on is told with the version that was there and the way back', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const params = { ClusterId: prod.clusterId, addons: [{ name: 'loongcollector' }] };

    const { findings } = await take(
      afterTheLook(deed(alice, { product: 'cs', action: 'UnInstallClusterAddons', params })),
    );

    expect(findings).toMatchObject([
      {
        rule: 'logs.component-uninstalled',
        comparisons: [{ aspect: 'add-ons', changes: [{ op: 'remove', path: '/loongcollector', before: 'v3.1.2' }] }],
        restore: {
          possible: true,
          commands: [
            `aliyun cs POST /clusters/${prod.clusterId}/components/install --region cn-hangzhou ` +
              `--header Content-Type=application/json --body '[{"name":"loongcollector","version":"v3.1.2"}]'`,
          ],
        },
      },
    ]);
  });

  it('that lets repairs reset more is told with the policy before, and the way back', async () => {
    const { account, take, look, deed, alice, prod } = await aWatchedAccount();
    const cluster = account.cs.clusters.get(prod.clusterId);
    const kept = { name: 'careful', resource_type: 'nodepool', resource_sub_type: 'ess' };
    if (cluster !== undefined) cluster.repairPolicies = [{ id: 'r-1', ...kept, rules: [{ repair_procedure: STEPS }] }];
    await look();
    const rules = [{ repair_procedure: [{ name: 'replace_system_disk' }] }];
    const params = { cluster_id: prod.clusterId, policy_id: 'r-1', ...kept, rules };

    const { findings } = await take(
      afterTheLook(deed(alice, { product: 'cs', action: 'ModifyAutoRepairPolicy', params })),
    );

    expect(findings).toMatchObject([
      {
        rule: 'node-pool.system-disk-reset-allowed',
        comparisons: [
          {
            aspect: 'auto-repair-policies',
            before: { content: { 'r-1': { rules: { 0: { repair_procedure: { 0: STEPS[0], 1: STEPS[1] } } } } } },
            changes: [
              { op: 'replace', path: '/r-1/rules/0/repair_procedure/0/name', after: 'replace_system_disk' },
              { op: 'remove', path: '/r-1/rules/0/repair_procedure/1' },
            ],
          },
        ],
        restore: {
          possible: true,
          commands: [
            `aliyun cs PUT /clusters/${prod.clusterId}/auto_repair_policies/r-1 --region cn-hangzhou ` +
              `--header Content-Type=application/json --body ` +
              `'{"name":"careful","resource_sub_type":"ess","resource_type":"nodepool","rules":[{"repair_procedure":${JSON.stringify(STEPS)}}]}'`,
          ],
        },
      },
    ]);
  });

  it('that makes a repair policy is undone by deleting it', async () => {
    const { account, take, look, deed, alice, prod } = await aWatchedAccount();
    await look();
    const params = { cluster_id: prod.clusterId, name: 'eager', rules: [] };

    const { findings } = await take(
      afterTheLook(deed(alice, { product: 'cs', action: 'CreateAutoRepairPolicy', params })),
    );

    const [made] = account.cs.clusters.get(prod.clusterId)?.repairPolicies ?? [];
    expect(findings).toMatchObject([{ restore: { possible: true } }]);
    expect(JSON.stringify(findings[0]?.restore)).toContain(
      `aliyun cs DELETE /clusters/${prod.clusterId}/auto_repair_policies/${made?.id}`,
    );
  });

  it('to another version shows both, and says that there is no way back', async () => {
    const { take, deed, alice, prod } = await aWatchedAccount();
    const params = { ClusterId: prod.clusterId, next_version: '1.35.0-aliyun.1' };

    const { findings } = await take(afterTheLook(deed(alice, { product: 'cs', action: 'UpgradeCluster', params })));

    expect(findings[0]?.comparisons.flatMap(({ changes }) => changes)).toMatchObject([
      { path: '/current_version', before: '1.34.1-aliyun.1', after: '1.35.0-aliyun.1' },
    ]);
    expect(findings[0]?.restore).toEqual({ possible: false });
  });
});
