import { describe, expect, it } from 'vitest';
import type { Cloud, CloudCall } from '../../shared/cloud/cloud.ts';
import { CloudError } from '../../shared/errors.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { ownedByCreation } from '../../shared/inventory/created.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { Cluster, OwnedResource, ResourceKind } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import type { Store } from '../../shared/store/store.ts';

const CID = 'c0ffee';
const answers: Record<string, unknown> = {
  DescribeClustersV1: {
    clusters: [
      {
        cluster_id: CID,
        name: 'prod',
        cluster_type: 'Kubernetes',
        state: 'running',
        vpc_id: 'vpc-1',
        container_cidr: '10.0.0.0/16',
      },
      { cluster_id: 'old', state: 'deleted' },
    ],
    page_info: { total_count: 2 },
  },
  DescribeClusterDetail: {
    security_group_id: 'sg-1',
    worker_ram_role_name: 'KubernetesWorkerRole-1',
    control_plane_endpoints_config: { load_balancers_config: [{ load_balancer_id: 'lb-api' }] },
  },
  DescribeClusterResources: [
    { instance_id: 'lb-api', resource_type: 'SLB', auto_create: 1 },
    {
      instance_id: 'lb-svc',
      resource_type: 'SLB',
      creator_type: 'addon',
      auto_create: 1,
      associated_object: { kind: 'Service', namespace: 'shop', name: 'web' },
    },
    {
      instance_id: 'lb-mine',
      resource_type: 'SLB',
      creator_type: 'addon',
      auto_create: 1,
      associated_object: { kind: 'Service', name: 'x' },
    },
  ],
  ListTagResources: {
    TagResources: { TagResource: [{ ResourceId: 'lb-mine', TagKey: 'kubernetes.reused.by.user', TagValue: 'true' }] },
  },
  ListLogStores: { logstores: ['audit-c0ffee'], count: 1, total: 1 },
  ListMachineGroup: { machinegroups: [], count: 0, total: 0 },
  ListConfig: { configs: [], count: 0, total: 0 },
  DescribeRules: { Rules: { Rule: [{ RuleId: 'rule-1', RuleName: 'path' }] } },
  DescribeInstances: {
    Instances: { Instance: [{ InstanceId: 'i-1', SecurityGroupIds: { SecurityGroupId: ['sg-3'] } }] },
  },
  DescribeClusterNodePools: {
    nodepools: [
      {
        nodepool_info: { nodepool_id: 'np1', name: 'a' },
        scaling_group: { scaling_group_id: 'asg-1', security_group_ids: ['sg-2'] },
      },
      {
        nodepool_info: { nodepool_id: 'np2' },
        scaling_group: { scaling_group_id: 'asg-2' },
        auto_scaling: { enable: true, min_instances: 1, max_instances: 5 },
      },
    ],
  },
  DescribeClusterNodes: {
    nodes: [
      { instance_id: 'i-1', instance_role: 'Worker', nodepool_id: 'np1' },
      { instance_id: 'i-m', instance_role: 'Master' },
    ],
    page: { total_count: 2 },
  },
  DescribeScalingInstances: { ScalingInstances: { ScalingInstance: [{ InstanceId: 'i-2' }] }, TotalCount: 1 },
  DescribeScheduledTasks: { ScheduledTasks: { ScheduledTask: [] }, TotalCount: 0 },
  DescribeLoadBalancerListeners: {
    Listeners: [
      { ListenerPort: 6443, ListenerProtocol: 'tcp', AclIds: ['acl-1'], Description: `k8s/6443/a/b/${CID}` },
      { ListenerPort: 80, ListenerProtocol: 'http', Description: 'my own' },
    ],
  },
  DescribeVServerGroups: { VServerGroups: { VServerGroup: [{ VServerGroupId: 'rsp-1', VServerGroupName: 'own' }] } },
  DescribeMasterSlaveServerGroups: { MasterSlaveServerGroups: {} },
  DescribeVpcAttribute: { VpcId: 'vpc-1' },
  DescribeVSwitches: { VSwitches: {} },
  DescribeNatGateways: { NatGateways: {} },
  DescribeFileSystems: { FileSystems: {} },
  DescribeContainerGroups: { ContainerGroups: [] },
  DescribeVirtualNodes: { VirtualNodes: [] },
  DescribeSecurityGroupAttribute: { Permissions: { Permission: [{ SecurityGroupRuleId: 'sgr-1' }] } },
  DescribeNetworkInterfaces: {
    NetworkInterfaceSets: {
      NetworkInterfaceSet: [
        { NetworkInterfaceId: 'eni-p', InstanceId: 'i-1', Type: 'Primary', Tags: {} },
        {
          NetworkInterfaceId: 'eni-t',
          InstanceId: 'i-1',
          Type: 'Secondary',
          Tags: { Tag: [{ TagKey: 'creator', TagValue: 'terway' }] },
        },
        { NetworkInterfaceId: 'eni-x', InstanceId: 'i-other', Type: 'Primary' },
      ],
    },
  },
  ListPoliciesForRole: { Policies: { Policy: [{ PolicyName: 'k8sWorkerRolePolicy-1', PolicyType: 'Custom' }] } },
  DescribeEipAddresses: {
    EipAddresses: { EipAddress: [{ AllocationId: 'eip-1', InstanceId: 'lb-api' }] },
    TotalCount: 1,
  },
  DescribeDisks: {
    Disks: {
      Disk: [
        {
          DiskId: 'd-1',
          Tags: {
            Tag: [
              { TagKey: 'ack.aliyun.com', TagValue: CID },
              { TagKey: 'createdby', TagValue: 'alibabacloud-csi-plugin' },
            ],
          },
        },
      ],
    },
  },
};

function fake(more: Record<string, unknown> = {}): { cloud: Cloud; calls: CloudCall[] } {
  const calls: CloudCall[] = [];
  const call = async (asked: CloudCall): Promise<unknown> => {
    calls.push(asked);
    const answer = { ...answers, ...more }[asked.action];
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new CloudError('Unexpected', asked.action);
    return answer;
  };
  return { cloud: { call }, calls };
}

function memory(owned: readonly OwnedResource[] = []) {
  const parts: { collector: string; resources: readonly OwnedResource[]; complete: boolean }[] = [];
  const remembered: OwnedResource[] = [];
  const cluster: Cluster = {
    accountId: 'a',
    region: 'r',
    id: CID,
    name: 'prod',
    type: '',
    state: 'running',
    vpcId: 'vpc-1',
    podCidrs: [],
  };
  const store: Store = {
    ...memoryStore(),
    saveInventory: async (item) => void parts.push(item),
    resourcesOf: async () => owned,
    clusters: async () => [cluster],
    remember: async (items) => void remembered.push(...items),
    ownersOf: async (_, ids) =>
      new Map(
        ids.map((id) => [id, owned.filter((item) => item.id === id)] as const).filter(([, list]) => list.length > 0),
      ),
  };
  return { store, parts, remembered };
}

async function collect(more: Record<string, unknown> = {}) {
  const { store, parts } = memory();
  const result = await collectInventory({
    cloud: fake(more).cloud,
    store,
    accountId: 'a',
    regions: ['r'],
    now: () => new Date(),
    deadline: Date.now() + 1000,
  });
  const rows = parts.flatMap((item) => item.resources.map((each) => `${each.id} ${each.role}`));
  return { result, parts, rows };
}

const own = (kind: ResourceKind, id: string, role: OwnedResource['role']): OwnedResource => ({
  kind,
  id,
  role,
  accountId: 'a',
  region: 'r',
  clusterId: CID,
  facts: {},
  via: 'cs',
});
const event = { accountId: 'a', region: 'r', eventTime: new Date(), params: {} };
async function ask(
  kind: ResourceKind,
  id: string,
  owned: readonly OwnedResource[],
  more: Record<string, unknown> = {},
) {
  const { store, remembered } = memory(owned);
  const { cloud, calls } = fake(more);
  const [answer] = await ownersOf({
    store,
    cloud,
    event,
    refs: [{ kind, id }],
    now: () => new Date(),
    isAck: ({ name }) => Promise.resolve(name.startsWith('aliyuncs')),
    deadline: Date.now() + 1000,
  });
  return { answer, remembered, calls };
}

describe('collectInventory', () => {
  it('finds what a cluster owns, in which role', async () => {
    const { result, rows, parts } = await collect();
    expect(result.parts.flatMap((item) => item.problems)).toEqual([]);
    expect(result).toMatchObject({ complete: true, clusters: [{ id: CID, podCidrs: ['10.0.0.0/16'] }] });
    for (const row of [
      'lb-api api-server-load-balancer',
      'lb-svc service-load-balancer',
      'lb-mine reused-load-balancer',
      'sg-1 node-security-group',
      'sg-1 master-security-group',
      'sg-2 node-security-group',
      'i-1 node',
      'i-m master',
      'i-2 node',
      'eni-p node-eni',
      'eni-t pod-eni',
      'd-1 volume-disk',
      'lb-api/6443/tcp api-server-load-balancer',
      'lb-api/80/http api-server-load-balancer',
      'acl-1 api-server-load-balancer',
      'lb-mine/6443/tcp service-load-balancer',
      'sgr-1 master-security-group',
      'rule-1 api-server-load-balancer',
      'sg-3 node-security-group',
      'eip-1 api-server-load-balancer',
      'k8s-log-c0ffee/audit-c0ffee logstore',
    ])
      expect(rows).toContain(row);
    expect(rows).not.toContain('lb-mine/80/http service-load-balancer');
    expect(rows.some((row) => row.startsWith('eni-x'))).toBe(false);
    const groups = parts.flatMap((item) => item.resources).filter((item) => item.kind === 'ess.scaling-group');
    expect(groups.map((item) => item.facts)).toEqual([
      { minSize: 0, maxSize: 2000, autoScaling: false, nodePoolId: 'np1' },
      { minSize: 1, maxSize: 5, autoScaling: true, nodePoolId: 'np2' },
    ]);
  });

  it('keeps a failed part as incomplete and goes on', async () => {
    const { result, parts } = await collect({ DescribeDisks: new CloudError('Timeout', 'late') });
    const failed = parts.findIndex(({ collector }) => collector === 'ecs');
    expect(parts.map(({ complete }) => complete)).toEqual(parts.map((_, at) => at < failed));
    expect(result.parts.flatMap(({ problems }) => problems)).toEqual(['late']);
    expect(parts.length).toBeGreaterThan(failed + 1);
  });

  it('lets nothing be tombstoned under parents that were not read', async () => {
    const { parts } = await collect({ DescribeClusterNodePools: new CloudError('Timeout', 'late') });
    expect(parts.every((item) => !item.complete)).toBe(true);
  });
});

describe('ownersOf', () => {
  it('takes the store first, a listener by port and by its load balancer', async () => {
    const listener = own('slb.listener', 'lb-1/6443/tcp', 'api-server-load-balancer');
    expect((await ask('slb.listener', 'lb-1/6443', [listener])).answer?.owners).toEqual([listener]);
    const lb = own('slb.load-balancer', 'lb-1', 'api-server-load-balancer');
    expect((await ask('slb.listener', 'lb-1/9443/tcp', [lb])).answer?.owners[0]).toMatchObject({
      kind: 'slb.listener',
      parent: { id: 'lb-1' },
    });
    expect((await ask('slb.listener', 'lb-1/80', [{ ...lb, role: 'reused-load-balancer' }])).answer?.state).toBe(
      'unowned',
    );
  });

  it('looks an unknown instance up and remembers it', async () => {
    const Tags = { Tag: [{ TagKey: 'acs:autoscaling:scalingGroupId', TagValue: 'asg-1' }] };
    const more = { DescribeInstances: { Instances: { Instance: [{ InstanceId: 'i-9', Tags }] } } };
    const { answer, remembered } = await ask(
      'ecs.instance',
      'i-9',
      [own('ess.scaling-group', 'asg-1', 'scaling-group')],
      more,
    );
    expect(answer).toMatchObject({ state: 'owned', owners: [{ id: 'i-9', role: 'node' }] });
    expect(remembered).toHaveLength(1);
  });

  it('finds in the trail for whom ACK created what is gone', async () => {
    const created = (userName: string, errorCode = '') => ({
      DescribeNetworkInterfaces: {},
      LookupEvents: {
        Events: [
          {
            eventName: 'CreateNetworkInterface',
            errorCode,
            userIdentity: { type: 'assumed-role', userName },
            requestParameters: { 'Tag.1.Key': 'ack.aliyun.com', 'Tag.1.Value': CID },
          },
        ],
      },
    });
    const ack = await ask('ecs.network-interface', 'eni-9', [], created('aliyuncsmanagednetworkrole:s'));
    expect(ack.answer).toMatchObject({ state: 'owned', owners: [{ role: 'pod-eni', clusterId: CID }] });
    for (const code of ['Success', '200']) {
      const marked = await ask('ecs.network-interface', 'eni-9', [], created('aliyuncsmanagednetworkrole/s', code));
      expect(marked.answer).toMatchObject({ state: 'owned' });
    }
    for (const made of [created('alice'), created('aliyuncsmanagednetworkrole:s', 'Forbidden.RAM')]) {
      expect((await ask('ecs.network-interface', 'eni-9', [], made)).answer?.state).toBe('unknown');
    }
  });

  it('says unknown when the cloud does not answer', async () => {
    const { answer } = await ask('slb.vserver-group', 'rsp-9', [], {
      DescribeVServerGroupAttribute: new CloudError('Timeout', 'late'),
    });
    expect(answer).toMatchObject({ state: 'unknown', why: 'the cloud could not be asked: Timeout' });
  });

  it('does not believe the tag of a load balancer', async () => {
    const Tags = { Tag: [{ TagKey: 'ack.aliyun.com', TagValue: CID }] };
    const more = { DescribeLoadBalancerAttribute: { LoadBalancerId: 'lb-9', Tags } };
    expect((await ask('slb.load-balancer', 'lb-9', [], more)).answer?.state).toBe('unowned');
    const real = { DescribeLoadBalancerAttribute: { LoadBalancerId: 'lb-svc' } };
    expect((await ask('slb.load-balancer', 'lb-svc', [], real)).answer?.state).toBe('owned');
  });
});

describe('ownedByCreation', () => {
  it('takes the cluster from what the call names', () => {
    const owners = [own('ecs.security-group', 'sg-1', 'node-security-group')];
    const created = [{ kind: 'ecs.network-interface', id: 'eni-1' }] as const;
    const made = ownedByCreation({
      event: { ...event, params: { SecurityGroupId: 'sg-1' } },
      created,
      clusters: [],
      owners,
    });
    expect(made).toMatchObject([{ id: 'eni-1', role: 'pod-eni', clusterId: CID, via: 'event' }]);
  });
});
