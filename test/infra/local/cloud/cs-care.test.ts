import { describe, expect, it } from 'vitest';
import { type Answer, ApiError } from '../../../../infra/local/cloud/api.ts';
import { demoAccount } from '../../../../infra/local/demo/account.ts';
import type { Params } from '../../../../shared/model/params.ts';

function aContainerService() {
  const { world, prod, edge, twins } = demoAccount();
  const alice = world.actors.user('alice');
  const ask = (action: string, params: Params): Answer | readonly Answer[] =>
    world.act(alice, { product: 'cs', action, params });
  const refusal = (action: string, params: Params): string => {
    try {
      ask(action, params);
    } catch (error) {
      if (error instanceof ApiError) return `${error.status} ${error.code}`;
      throw error;
    }
    return 'none';
  };
  return { world, prod, edge, twins, ask, refusal };
}

describe('machines that are there already', () => {
  it('join a node pool: ACK puts them into its scaling group, and they are nodes', () => {
    const { world, prod, ask } = aContainerService();
    const [machine = ''] = prod.machines;
    const path = { ClusterId: prod.clusterId, NodepoolId: prod.general.pool };

    const answer = ask('AttachInstancesToNodePool', { ...path, instances: [machine] });

    expect(answer).toMatchObject({ list: [{ instanceId: machine, code: '200' }] });
    const [own, followed] = world.trail.records().slice(-2);
    expect([own?.userIdentity['userName'], own?.eventName]).toEqual(['alice', 'AttachInstancesToNodePool']);
    expect(followed).toMatchObject({ serviceName: 'Ess', eventName: 'AttachInstances' });
    expect(ask('DescribeClusterNodes', { ...path, instanceIds: machine })).toMatchObject({
      nodes: [{ instance_id: machine, nodepool_id: prod.general.pool }],
    });
  });

  it('join the default pool when the call names none', () => {
    const { world, prod, ask } = aContainerService();

    ask('AttachInstances', { ClusterId: prod.clusterId, instances: [prod.machines[1]] });

    expect(world.ess.scalingInstances.get(prod.machines[1] ?? '')).toMatchObject({
      ScalingGroupId: prod.general.scalingGroup,
    });
  });

  it.each([
    ['nobody', () => [], '400 InvalidParameter'],
    ['what does not exist', () => ['i-none'], '404 InstanceNotFound'],
    ['what is in another VPC', ({ twins }) => [twins.instance], '400 InvalidParameter'],
    ['what is a node', ({ prod }) => [prod.nodes[0]], '400 InvalidParameter'],
  ] as const satisfies readonly (readonly [
    string,
    (account: ReturnType<typeof aContainerService>) => unknown,
    string,
  ])[])('are refused: %s', (_, instances, expected) => {
    const account = aContainerService();
    const { clusterId: ClusterId, general } = account.prod;

    const refused = account.refusal('AttachInstancesToNodePool', {
      ClusterId,
      NodepoolId: general.pool,
      instances: instances(account),
    });

    expect(refused).toBe(expected);
  });

  it('are repaired where they are nodes of the pool', () => {
    const { edge, ask, refusal } = aContainerService();
    const path = { cluster_id: edge.clusterId, nodepool_id: edge.workers.pool };

    expect(ask('RepairClusterNodePool', { ...path, nodes: ['cn-hangzhou.10.3.0.13'] })).toHaveProperty('task_id');
    expect(refusal('RepairClusterNodePool', { ...path, nodes: ['cn-hangzhou.10.9.9.9'] })).toBe('400 NodeNotFound');
  });
});

describe('the care of a cluster', () => {
  it('installs, upgrades and uninstalls add-ons', () => {
    const { edge, ask, refusal } = aContainerService();
    const { clusterId: ClusterId } = edge;
    const installed = () => ask('ListClusterAddonInstances', { ClusterId });
    const named = (name: string, version: string) => expect.arrayContaining([{ name, version, state: 'active' }]);

    ask('InstallClusterAddons', { ClusterId, addons: [{ name: 'ack-node-problem-detector', version: 'v1' }] });
    ask('UpgradeClusterAddons', { ClusterId, addons: [{ component_name: 'coredns', next_version: 'v2' }] });
    const after = installed();
    ask('UnInstallClusterAddons', { ClusterId, addons: [{ name: 'coredns' }] });

    expect(after).toEqual({ addons: named('ack-node-problem-detector', 'v1') as unknown });
    expect(after).toEqual({ addons: named('coredns', 'v2') as unknown });
    expect(installed()).not.toEqual({ addons: named('coredns', 'v2') as unknown });
    expect(refusal('ModifyClusterAddon', { cluster_id: ClusterId, component_id: 'coredns' })).toBe('404 AddonNotFound');
  });

  it('keeps the guard of namespaces and Services, each in its own place', () => {
    const { prod, ask, refusal } = aContainerService();
    const ClusterId = prod.clusterId;
    const service = { ClusterId, resource_type: 'services', resources: ['nginx-ingress-lb'], namespace: 'kube-system' };
    const guards = () => ask('DescribeResourcesDeleteProtection', service);

    ask('UpdateResourcesDeleteProtection', { ...service, namespace: 'shop', enable: false });
    const elsewhere = guards();
    ask('UpdateResourcesDeleteProtection', { ...service, enable: false });
    const lifted = guards();
    ask('UpdateResourcesDeleteProtection', { ...service, enable: true });

    expect([elsewhere, lifted, guards()]).toMatchObject([
      [{ protection: true }],
      [{ protection: false }],
      [{ name: 'nginx-ingress-lb', namespace: 'kube-system', protection: true }],
    ]);
    expect(refusal('UpdateResourcesDeleteProtection', { ...service, resource_type: 'pods' })).toBe(
      '400 InvalidParameter',
    );
    expect(refusal('UpdateResourcesDeleteProtection', { ...service, namespace: '' })).toBe('400 InvalidParameter');
  });

  it('tells whether the API server is audited, and what of the control plane is logged', () => {
    const { edge, ask } = aContainerService();
    const project = `k8s-log-${edge.clusterId}`;

    ask('UpdateClusterAuditLogConfig', { clusterid: edge.clusterId, disable: true });
    ask('UpdateControlPlaneLog', { ClusterId: edge.clusterId, components: ['apiserver'] });

    expect(ask('GetClusterAuditProject', { clusterid: edge.clusterId })).toEqual({
      sls_project_name: project,
      audit_enabled: false,
    });
    expect(ask('CheckControlPlaneLogEnable', { ClusterId: edge.clusterId })).toEqual({
      components: ['apiserver'],
      log_project: project,
      log_ttl: '30',
    });
  });

  it('names the group of alerts that it starts or stops', () => {
    const { edge, ask, refusal } = aContainerService();
    const { clusterId: ClusterId } = edge;

    expect(ask('StopAlert', { ClusterId, alert_rule_group_name: 'cluster-error' })).toMatchObject({ status: true });
    expect(refusal('StopAlert', { ClusterId })).toBe('400 InvalidParameter');
    expect(refusal('StartAlert', { ClusterId: 'none' })).toBe('404 ErrorClusterNotFound');
  });

  it('answers a check with its id', () => {
    const { edge, ask } = aContainerService();

    expect(ask('RunClusterCheck', { cluster_id: edge.clusterId, type: 'ClusterUpgrade' })).toMatchObject({
      check_id: expect.stringMatching(/^check-/u) as string,
    });
  });
});
