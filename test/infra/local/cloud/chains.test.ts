import { describe, expect, it } from 'vitest';
import { demoAccount } from '../../../../infra/local/demo/account.ts';

const START = Date.parse('2026-11-24T08:00:00Z');

/** The demo account with a clock that the test moves. */
function aDemo() {
  let time = START;
  const demo = demoAccount({ clock: () => new Date(time) });
  const { world, prod } = demo;
  const alice = world.actors.user('alice');
  const before = world.trail.records().length;
  return {
    ...demo,
    wait: (seconds: number): void => void (time += seconds * 1000),
    call: (product: string, action: string, params: Record<string, unknown>) =>
      world.act(alice, { product, action, params }),
    nodes: (): readonly string[] => {
      const params = { ClusterId: prod.clusterId, pageSize: '100' };
      const answer = world.act(alice, { product: 'cs', action: 'DescribeClusterNodes', params });
      return (answer as unknown as { nodes: { instance_id: string }[] }).nodes.map((node) => node.instance_id);
    },
    deeds: () =>
      world.trail
        .records()
        .slice(before)
        .map(({ eventName, userIdentity }) => `${String(userIdentity['userName']).split(':')[0]} ${eventName}`),
  };
}

describe('one deed and what follows from it', () => {
  it('a pool edited through Container Service: ACK edits the scaling group', () => {
    const { world, prod, call, deeds } = aDemo();

    call('cs', 'ModifyClusterNodePool', {
      ClusterId: prod.clusterId,
      NodepoolId: prod.elastic.pool,
      auto_scaling: { enable: true, min_instances: 3, max_instances: 12 },
    });

    expect(deeds()).toEqual(['alice ModifyClusterNodePool', 'aliyuncsdefaultrole ModifyScalingGroup']);
    expect(world.ess.scalingGroups.get(prod.elastic.scalingGroup)).toMatchObject({ MinSize: 3, MaxSize: 12 });
  });

  it('a pool made larger: new instances join as nodes once they run', () => {
    const { prod, call, nodes, wait } = aDemo();
    const old = nodes();

    call('cs', 'ScaleClusterNodePool', { ClusterId: prod.clusterId, NodepoolId: prod.general.pool, count: 2 });
    const atOnce = nodes();
    wait(60);
    const later = nodes();

    expect(atOnce).toEqual(old);
    expect(later).toHaveLength(old.length + 2);
    expect(later).toEqual(expect.arrayContaining([...old]));
  });

  it('nodes removed through Container Service: ACK asks the group, the group releases the instances', () => {
    const { prod, call, nodes, deeds, wait } = aDemo();
    const [node = ''] = prod.elastic.nodes;

    call('cs', 'RemoveNodePoolNodes', {
      ClusterId: prod.clusterId,
      NodepoolId: prod.elastic.pool,
      instance_ids: [node],
      release_node: true,
    });
    wait(60);

    expect(deeds()).toEqual([
      'alice RemoveNodePoolNodes',
      'aliyuncsdefaultrole RemoveInstances',
      'aliyunserviceroleforautoscaling DeleteInstances',
    ]);
    expect(nodes()).not.toContain(node);
  });

  it('nodes removed from the group by hand: an echo of Auto Scaling, and nothing of ACK', () => {
    const { prod, call, nodes, deeds, wait } = aDemo();
    const [node = ''] = prod.elastic.nodes;

    call('ess', 'RemoveInstances', { ScalingGroupId: prod.elastic.scalingGroup, 'InstanceId.1': node });
    wait(60);

    expect(deeds()).toEqual(['alice RemoveInstances', 'aliyunserviceroleforautoscaling DeleteInstances']);
    expect(nodes()).not.toContain(node);
  });

  it('an instance released by hand: its node leaves the cluster', () => {
    const { world, prod, call, nodes, wait } = aDemo();
    const [node = ''] = prod.general.nodes;

    call('ecs', 'DeleteInstance', { InstanceId: node, Force: 'true' });
    wait(60);

    expect(nodes()).not.toContain(node);
    expect(world.trail.records().at(-1)).toMatchObject({
      eventName: 'DeleteInstance',
      referencedResources: { 'ACS::ECS::Instance': [node] },
    });
  });
});
