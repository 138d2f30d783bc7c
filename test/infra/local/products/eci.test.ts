import { describe, expect, it } from 'vitest';
import { eciProduct } from '../../../../infra/local/cloud/eci/product.ts';
import { aContainerGroup, createEciState } from '../../../../infra/local/cloud/eci/state.ts';
import { asking, refusalOf } from './ask.ts';

/** So many Pods of a cluster's virtual node. */
function pods(count: number) {
  const eci = createEciState();
  for (let number = 1; number <= count; number += 1) {
    const ContainerGroupId = `eci-${number}`;
    const place = { RegionId: 'cn-hangzhou', VpcId: 'vpc-1', Tags: [{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }] };
    eci.containerGroups.set(
      ContainerGroupId,
      aContainerGroup({ ...place, ContainerGroupId, ContainerGroupName: `shop-web-${number}` }),
    );
  }
  return { eci, ask: asking(eciProduct(eci)) };
}

describe('container groups', () => {
  it('are listed by tag twenty at a time, without wrappers', () => {
    const { ask } = pods(21);
    const Tag = [{ Key: 'ack.aliyun.com', Value: 'c1' }];

    const first = ask('DescribeContainerGroups', { Tag, Limit: 20 });
    const second = ask('DescribeContainerGroups', { Tag, Limit: 20, NextToken: first['NextToken'] });

    expect(first).toMatchObject({ TotalCount: 21 });
    expect(second).toMatchObject({
      ContainerGroups: [{ ContainerGroupId: 'eci-21', Tags: [{ Key: 'ack.aliyun.com', Value: 'c1' }] }],
      NextToken: '',
    });
  });

  it('are restarted, changed and deleted by id', () => {
    const { ask, eci } = pods(2);

    ask('RestartContainerGroup', { ContainerGroupId: 'eci-1' });
    ask('UpdateContainerGroup', { ContainerGroupId: 'eci-1', Cpu: 4, Container: [{ Name: 'app', Image: 'other:2' }] });
    ask('DeleteContainerGroup', { ContainerGroupId: 'eci-2' });

    expect([...eci.containerGroups.values()]).toMatchObject([
      { Status: 'Restarting', Cpu: 4, Containers: [{ Name: 'app', Image: 'other:2' }] },
    ]);
    expect(refusalOf(() => ask('DeleteContainerGroup', { ContainerGroupId: 'eci-2' }))).toBe(
      '404 Invalid.ContainerGroupId.NotFound',
    );
  });
});

describe('virtual nodes', () => {
  it('are listed by tag and deleted by id', () => {
    const { ask, eci } = pods(0);
    const Tags = [{ TagKey: 'ack.aliyun.com', TagValue: 'c1' }];
    const node = { VirtualNodeId: 'vnd-1', VirtualNodeName: 'virtual-kubelet', RegionId: 'cn-hangzhou', Tags } as const;
    eci.virtualNodes.set('vnd-1', { ...node, VpcId: 'vpc-1', Status: 'Ready' });

    expect(ask('DescribeVirtualNodes', { Tag: [{ Key: 'ack.aliyun.com', Value: 'c1' }] })).toMatchObject({
      VirtualNodes: [{ VirtualNodeId: 'vnd-1' }],
    });
    ask('DeleteVirtualNode', { VirtualNodeId: 'vnd-1' });

    expect(eci.virtualNodes.size).toBe(0);
  });
});
