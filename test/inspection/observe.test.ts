import { describe, expect, it } from 'vitest';
import type { CloudCall } from '../../shared/cloud/cloud.ts';
import { PERMISSIONS } from '../../shared/cloud/permissions.ts';
import { CloudError } from '../../shared/errors.ts';
import { observe } from '../../shared/inspection/observe.ts';
import { allReaders } from '../../shared/inspection/readers.ts';
import type { OwnedResource, ResourceKind, Role } from '../../shared/model/resource.ts';
import { inspect } from '../../shared/steps/inspect.ts';
import { aCall, aPart } from './a-call.ts';
import { aCloud, anInstance, TCP_LISTENER } from './scripted-cloud.ts';
import { aStore } from './simple-store.ts';

const READERS = await allReaders();

const TCP = 'DescribeLoadBalancerTCPListenerAttribute';
const WHITE_LIST = { DescribeListenerAccessControlAttribute: { AccessControlStatus: 'close', SourceItems: '' } };

describe('observe', () => {
  it('reads a listener just as inspection reads it', async () => {
    const { cloud } = aCloud({ [TCP]: TCP_LISTENER, ...WHITE_LIST });
    const event = aCall('Slb:StartLoadBalancerListener', {
      LoadBalancerId: 'lb-1',
      ListenerPort: 6443,
      ListenerProtocol: 'tcp',
    });
    const asked = { cloud, store: aStore(), now, deadline: now().getTime() + 50 };

    const swept = await watch([owned('slb.listener', 'lb-1/6443/tcp', 'api-server-load-balancer')], cloud);
    const { snapshots } = await inspect(event, aPart(event, 'api-server-load-balancer'), asked);

    expect(swept.snapshots.find(({ aspect }) => aspect === 'configuration')?.hash).toBe(snapshots[0]?.hash);
  });

  it('gives equal readings equal hashes, whatever the order in which the cloud lists', async () => {
    const readings = [
      ['sg-1', 'sg-2'],
      ['sg-2', 'sg-1'],
    ].map((ids) =>
      watch(
        [owned('ecs.instance', 'i-1', 'node')],
        instances([anInstance('i-1', { SecurityGroupIds: { SecurityGroupId: ids } })]),
      ),
    );

    const [one, other] = await Promise.all(readings);

    expect(one?.snapshots[0]?.hash).toBe(other?.snapshots[0]?.hash);
  });

  it('reads two hundred and fifty nodes with three calls each way', async () => {
    const nodes = Array.from({ length: 250 }, (_, index) => owned('ecs.instance', `i-${index}`, 'node'));
    const { cloud, calls } = aCloud({
      DescribeInstances: ({ params }: CloudCall) => {
        const ids = JSON.parse(String(params['InstanceIds'])) as string[];
        return { TotalCount: ids.length, Instances: { Instance: ids.map((id) => anInstance(id)) } };
      },
      DescribeScalingInstances: { ScalingInstances: { ScalingInstance: [] } },
    });

    const seen = await watch(nodes, cloud);

    expect(calls.filter(({ action }) => action === 'DescribeInstances')).toHaveLength(3);
    expect(seen.snapshots.filter(({ aspect }) => aspect === 'configuration')).toHaveLength(250);
    expect(seen.problems).toEqual([]);
  });

  it('reads the renewal of subscribed nodes only', async () => {
    const { cloud, calls } = aCloud({
      DescribeInstances: {
        Instances: { Instance: [anInstance('i-1'), anInstance('i-2', { InstanceChargeType: 'PrePaid' })] },
      },
      DescribeScalingInstances: { ScalingInstances: { ScalingInstance: [] } },
      DescribeInstanceAutoRenewAttribute: {
        InstanceRenewAttributes: {
          InstanceRenewAttribute: [{ InstanceId: 'i-2', RenewalStatus: 'AutoRenewal', Duration: 1 }],
        },
      },
    });

    const seen = await watch([owned('ecs.instance', 'i-1', 'node'), owned('ecs.instance', 'i-2', 'node')], cloud);

    expect(calls.find(({ action }) => action === 'DescribeInstanceAutoRenewAttribute')?.params['InstanceId']).toBe(
      'i-2',
    );
    expect(seen.snapshots.filter(({ aspect }) => aspect === 'renewal').map(({ id }) => id)).toEqual(['i-2']);
  });

  it('leaves out and reports what the cloud does not tell, and reads the rest', async () => {
    const { cloud } = aCloud({
      [TCP]: new CloudError('Throttling.User', 'slow down'),
      ...WHITE_LIST,
      DescribeScalingGroups: {
        TotalCount: 1,
        ScalingGroups: { ScalingGroup: [{ ScalingGroupId: 'asg-1', MinSize: 0 }] },
      },
    });
    const listener = owned('slb.listener', 'lb-1/6443/tcp', 'service-load-balancer');

    const seen = await watch([listener, owned('ess.scaling-group', 'asg-1', 'scaling-group')], cloud);

    expect(seen.problems).toEqual(['slb.listener configuration of 1: the cloud throttled the reading']);
    expect(seen.snapshots.map(({ id, aspect }) => `${id} ${aspect}`).toSorted()).toEqual([
      'asg-1 configuration',
      'lb-1/6443/tcp white-list',
    ]);
  });

  it('does not look at a load balancer that is only borrowed', async () => {
    const { cloud, calls } = aCloud({});

    await watch([owned('slb.load-balancer', 'lb-mine', 'reused-load-balancer')], cloud);

    expect(calls).toEqual([]);
  });

  it('reads a resource once, however many roles it has', async () => {
    const { cloud, calls } = aCloud({
      DescribeSecurityGroups: { SecurityGroups: { SecurityGroup: [{ SecurityGroupId: 'sg-1' }] } },
      DescribeSecurityGroupAttribute: { InnerAccessPolicy: 'Accept', Permissions: {} },
    });

    await watch(
      [
        owned('ecs.security-group', 'sg-1', 'node-security-group'),
        owned('ecs.security-group', 'sg-1', 'master-security-group'),
      ],
      cloud,
    );

    expect(calls.filter(({ action }) => action === 'DescribeSecurityGroupAttribute')).toHaveLength(1);
  });

  it('hides what looks like a secret', async () => {
    const tags = { TagResources: { TagResource: [{ ResourceId: 'lb-1', TagKey: 'api-token', TagValue: 'hunter2' }] } };
    const { cloud } = aCloud({
      ListTagResources: tags,
      DescribeLoadBalancerAttribute: { LoadBalancerId: 'lb-1', LoadBalancerName: 'x' },
    });

    const seen = await watch([owned('slb.load-balancer', 'lb-1', 'service-load-balancer')], cloud);

    expect(JSON.stringify(seen.snapshots)).not.toContain('hunter2');
  });
});

describe('the readers', () => {
  it('are one per kind and aspect, the configuration first', () => {
    const names = READERS.map(({ kind, aspect }) => `${kind} ${aspect}`);

    expect(new Set(names).size).toBe(names.length);
    for (const { kind } of READERS) {
      expect(READERS.find((reader) => reader.kind === kind)?.aspect).toMatch(/^configuration$/u);
    }
  });

  it('call nothing that the RAM policy does not allow', async () => {
    const { cloud, calls } = aCloud({});
    const place = { cloud, region: 'cn-hangzhou', deadline: 0 };
    const ids: Partial<Record<ResourceKind, readonly string[]>> = {
      'slb.listener': ['lb-1/1/tcp', 'lb-1/1/udp', 'lb-1/1/http', 'lb-1/1/https', 'lb-1/1'],
    };

    await Promise.allSettled(READERS.map((reader) => reader.read(place, ids[reader.kind] ?? ['x-1'])));

    const allowed = new Set(PERMISSIONS.map(({ product, action }) => `${product}:${action}`));
    expect(calls.map(({ product, action }) => `${product}:${action}`).filter((call) => !allowed.has(call))).toEqual([]);
    expect(calls.length).toBeGreaterThan(READERS.length);
  });

  it.each([
    ['slb.listener', ['listener-changed', 'acl-changed']],
    [
      'slb.load-balancer',
      ['deleted', 'backends-changed', 'tags-changed', 'spec-changed', 'protection-changed', 'stopped'],
    ],
    ['slb.vserver-group', ['backends-changed', 'backend-weights-changed', 'server-group-deleted']],
    ['slb.acl', ['acl-changed', 'name-changed']],
    ['slb.rule', ['listener-changed']],
    ['ecs.security-group', ['rules-changed', 'deleted', 'name-changed']],
    ['ecs.instance', ['released', 'removed', 'release-scheduled', 'renewal-changed', 'membership-changed', 'detached']],
    [
      'ecs.network-interface',
      ['deleted', 'attached', 'detached', 'address-changed', 'membership-changed', 'tags-changed'],
    ],
    ['ess.scaling-group', ['deleted', 'bounds-changed', 'delete-protection-lifted', 'load-balancers-changed']],
  ] as const)('read what these effects change of %s', (kind, effects) => {
    const read = new Set(READERS.filter((reader) => reader.kind === kind).flatMap((reader) => reader.effects));

    expect(effects.filter((effect) => !read.has(effect))).toEqual([]);
  });
});

function now(): Date {
  return new Date('2026-11-24T08:02:00Z');
}

function watch(resources: readonly OwnedResource[], cloud: ReturnType<typeof aCloud>['cloud']) {
  return observe(cloud, resources, { region: 'cn-hangzhou', deadline: now().getTime() + 50, now });
}

function owned(kind: ResourceKind, id: string, role: Role): OwnedResource {
  return {
    accountId: '1234567890123456',
    region: 'cn-hangzhou',
    kind,
    id,
    clusterId: 'c1',
    role,
    facts: {},
    via: 'cs',
  };
}

function instances(items: readonly Record<string, unknown>[]) {
  return aCloud({
    DescribeInstances: { Instances: { Instance: items } },
    DescribeScalingInstances: { ScalingInstances: { ScalingInstance: [] } },
  }).cloud;
}
