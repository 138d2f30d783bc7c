import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AckCluster, ClusterNode, NodePool } from '../../../../infra/local/cloud/cs/state.ts';
import { type LocalCloud, startCloud } from '../../../../infra/local/cloud/server.ts';
import { createWorld, type World } from '../../../../infra/local/cloud/world.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { csCollector } from '../../../../shared/inventory/cs.ts';
import { listClusters } from '../../../../shared/inventory/clusters.ts';
import type { Cluster } from '../../../../shared/model/resource.ts';
import { sendSigned } from './signed.ts';

const NOW = new Date('2026-11-24T08:00:00Z');

let world: World;
let cloud: LocalCloud;
beforeEach(async () => {
  world = createWorld({ clock: () => NOW });
  cloud = await startCloud({ world });
});
afterEach(() => cloud.stop());

function aPool(id: string, more: Partial<NodePool> = {}): NodePool {
  return {
    id,
    name: id,
    isDefault: false,
    scalingGroupId: `asg-${id}`,
    securityGroupIds: ['sg-1'],
    vswitchIds: ['vsw-1'],
    instanceTypes: ['ecs.g7.xlarge'],
    ramRoleName: 'KubernetesWorkerRole-1',
    autoScaling: { enable: false, min: 0, max: 0 },
    state: 'active',
    created: NOW,
    ...more,
  };
}

function aNode(number: number, more: Partial<ClusterNode> = {}): ClusterNode {
  const instanceId = `i-${number}`;
  return {
    instanceId,
    instanceName: instanceId,
    nodeName: `cn-hangzhou.${instanceId}`,
    role: 'Worker',
    ip: `10.0.0.${number}`,
    instanceType: 'ecs.g7.xlarge',
    created: NOW,
    state: 'running',
    ...more,
  };
}

function aCluster(id: string, more: Partial<AckCluster> = {}): AckCluster {
  const cluster: AckCluster = {
    id,
    name: id,
    region: 'cn-hangzhou',
    type: 'ManagedKubernetes',
    spec: 'ack.pro.small',
    state: 'running',
    version: '1.34.1-aliyun.1',
    vpcId: 'vpc-1',
    vswitchIds: ['vsw-1'],
    securityGroupId: 'sg-1',
    workerRoleName: 'KubernetesWorkerRole-1',
    podCidr: '',
    serviceCidr: '172.21.0.0/20',
    apiServer: [{ loadBalancerId: `lb-api-${id}`, endpoint: '10.0.0.2', endpointType: 'intranet' }],
    resources: [],
    nodePools: new Map(),
    nodes: new Map(),
    created: NOW,
    updated: NOW,
    ...more,
  };
  world.cs.clusters.set(id, cluster);
  return cluster;
}

const reader = () => openCloud({ endpoint: cloud.origin, credentials: () => world.actors.user('reader') });
const soon = () => Date.now() + 5000;
const known: Cluster = {
  accountId: '1234567890123456',
  region: 'cn-hangzhou',
  id: 'c1',
  name: 'c1',
  type: 'ManagedKubernetes',
  state: 'running',
  podCidrs: [],
};

const write = (method: string, path: string, action: string, json?: unknown, query = {}) =>
  sendSigned(cloud.origin, world.actors.user('alice'), {
    action,
    version: '2015-12-15',
    method,
    path,
    query,
    ...(json === undefined ? {} : { json }),
  });

describe('Container Service', () => {
  it('turns every page of clusters, of the asked region only', async () => {
    for (let number = 1; number <= 60; number += 1) aCluster(`c${number}`);
    aCluster('far', { region: 'cn-beijing' });

    const listing = await listClusters(reader(), {
      accountId: world.accountId,
      region: 'cn-hangzhou',
      deadline: soon(),
    });

    expect(listing).toMatchObject({ complete: true });
    expect(new Set(listing.items.map((item) => item.id)).size).toBe(60);
    expect(cloud.calls).toHaveLength(2);
  });

  it('turns every page of nodes, and filters them', async () => {
    const nodes = Array.from({ length: 130 }, (_, at) =>
      aNode(at, at < 3 ? { role: 'Master' } : { nodePoolId: 'np1' }),
    );
    aCluster('c1', { nodes: new Map(nodes.map((node) => [node.instanceId, node])) });
    const page = (params: Record<string, string>) =>
      reader().call({
        product: 'cs',
        action: 'DescribeClusterNodes',
        path: '/clusters/c1/nodes',
        region: 'cn-hangzhou',
        params,
        deadline: soon(),
      });

    const collected = await csCollector.collect(reader(), known, soon(), []);

    const roles = collected.resources.filter((item) => item.kind === 'ecs.instance').map((item) => item.role);
    expect(roles.filter((role) => role === 'master')).toHaveLength(3);
    expect(roles).toHaveLength(130);
    expect(await page({ nodepool_id: 'np1' })).toMatchObject({ page: { total_count: 127, page_size: 10 } });
    expect(await page({ instanceIds: 'i-5,i-7' })).toMatchObject({ page: { total_count: 2 } });
    await expect(page({ pageSize: '1000' })).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  it('tells what its collector reads: API server, pools with their bounds, groups, roles and load balancers', async () => {
    const service = { kind: 'Service', namespace: 'shop', name: 'web' };
    const row = { instanceId: 'lb-web', resourceType: 'SLB', creator: 'addon', isCreatedByAck: true } as const;
    aCluster('c1', {
      resources: [{ ...row, object: service }],
      nodePools: new Map([
        ['np1', aPool('np1', { autoScaling: { enable: true, min: 2, max: 10 } })],
        ['np2', aPool('np2')],
      ]),
    });

    const { resources, complete } = await csCollector.collect(reader(), known, soon(), []);

    const told = resources.map(({ kind, id, role, facts }) => ({ kind, id, role, facts }));
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'slb.load-balancer', id: 'lb-api-c1', role: 'api-server-load-balancer', facts: {} },
        {
          kind: 'ess.scaling-group',
          id: 'asg-np1',
          role: 'scaling-group',
          facts: { minSize: 2, maxSize: 10, autoScaling: true, nodePoolId: 'np1' },
        },
        {
          kind: 'ess.scaling-group',
          id: 'asg-np2',
          role: 'scaling-group',
          facts: { minSize: 0, maxSize: 2000, autoScaling: false, nodePoolId: 'np2' },
        },
        { kind: 'ecs.security-group', id: 'sg-1', role: 'node-security-group', facts: {} },
        { kind: 'ram.role', id: 'kubernetesworkerrole-1', role: 'cluster-ram-role', facts: {} },
      ]),
    );
    expect(complete).toBe(true);
  });

  it('hides the rows of add-ons unless they are asked for', async () => {
    const row = { instanceId: 'lb-web', resourceType: 'SLB', creator: 'addon', isCreatedByAck: true } as const;
    aCluster('c1', { resources: [row] });
    const rows = (params: Record<string, string>) =>
      reader().call({
        product: 'cs',
        action: 'DescribeClusterResources',
        path: '/clusters/c1/resources',
        region: 'cn-hangzhou',
        params,
        deadline: soon(),
      });

    expect(await rows({})).toEqual([]);
    expect(await rows({ with_addon_resources: 'true' })).toMatchObject([
      { instance_id: 'lb-web', creator_type: 'addon', auto_create: 1, resource_info: expect.stringContaining('"Id"') },
    ]);
  });

  it('spells its own errors in lower case, and the gateway its in capitals', async () => {
    const own = await write('GET', '/clusters/none', 'DescribeClusterDetail');
    const gateway = await write('GET', '/clusters/none/nothing', 'DescribeNothing');

    expect([own.status, await own.json()]).toEqual([
      404,
      { code: 'ErrorClusterNotFound', message: 'cluster none not found', requestId: expect.any(String), status: 404 },
    ]);
    expect([gateway.status, await gateway.json()]).toMatchObject([404, { Code: 'InvalidAction.NotFound' }]);
  });
});

describe('a write through Container Service', () => {
  it('leaves two records: the person on CS, then ACK on the scaling group', async () => {
    const pool = aPool('np1', { autoScaling: { enable: true, min: 2, max: 10 } });
    aCluster('c1', { nodePools: new Map([['np1', pool]]) });
    const change = { auto_scaling: { enable: true, min_instances: 3, max_instances: 12 } };

    const response = await write('PUT', '/clusters/c1/nodepools/np1', 'ModifyClusterNodePool', change);

    expect(await response.json()).toMatchObject({ nodepool_id: 'np1', task_id: expect.any(String) });
    expect(pool.autoScaling).toEqual({ enable: true, min: 3, max: 12 });
    expect(world.trail.records()).toMatchObject([
      {
        serviceName: 'CS',
        eventName: 'ModifyClusterNodePool',
        userIdentity: { userName: 'alice' },
        requestParameters: change,
      },
      {
        serviceName: 'Ess',
        eventName: 'ModifyScalingGroup',
        userIdentity: { userName: expect.stringMatching(/^aliyuncsdefaultrole:/u) },
        requestParameters: { ScalingGroupId: 'asg-np1', MinSize: 3, MaxSize: 12 },
      },
    ]);
  });

  it('is refused when the bounds contradict each other, and ACK then does nothing', async () => {
    aCluster('c1', { nodePools: new Map([['np1', aPool('np1')]]) });
    const change = { auto_scaling: { enable: true, min_instances: 9, max_instances: 1 } };

    const response = await write('PUT', '/clusters/c1/nodepools/np1', 'ModifyClusterNodePool', change);

    expect(response.status).toBe(400);
    expect(world.trail.records()).toMatchObject([
      { eventName: 'ModifyClusterNodePool', errorCode: 'InvalidParameter' },
    ]);
  });

  it('takes nodes out of their pool, and ACK takes them out of the group', async () => {
    const cluster = aCluster('c1', {
      nodePools: new Map([['np1', aPool('np1')]]),
      nodes: new Map([1, 2].map((number) => [`i-${number}`, aNode(number, { nodePoolId: 'np1' })])),
    });
    const query = { instance_ids: '["i-1"]', release_node: 'true' };

    await write('DELETE', '/clusters/c1/nodepools/np1/nodes', 'RemoveNodePoolNodes', undefined, query);
    await write('POST', '/clusters/c1/nodes', 'DeleteClusterNodes', {
      nodes: ['cn-hangzhou.i-2'],
      release_node: false,
    });

    expect(cluster.nodes.size).toBe(0);
    expect(world.trail.records().map((record) => record.eventName)).toEqual([
      'RemoveNodePoolNodes',
      'RemoveInstances',
      'DeleteClusterNodes',
      'DetachInstances',
    ]);
  });
});
