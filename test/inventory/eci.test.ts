import { describe, expect, it } from 'vitest';
import { aContainerGroup } from '../../infra/local/cloud/eci/state.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { eciCollector } from '../../shared/inventory/eci.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { Cluster } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

/** The demo account after `change`, and its cluster `prod` as the store knows it. */
function prodOf(change: (world: World, cluster: Cluster) => void = () => undefined) {
  const demo = demoAccount();
  const { accountId, region } = demo.world;
  const { clusterId: id, name, vpc: vpcId } = demo.prod;
  const cluster = { accountId, region, id, name, type: 'ManagedKubernetes', state: 'running', vpcId, podCidrs: [] };
  change(demo.world, cluster);
  const cloud = inProcessCloud(demo.world, demo.watcher);
  return { ...demo, cluster, cloud, deadline: Date.now() + 5_000 };
}

const pod = ({ region }: World, id: string, VpcId: string, clusterId: string) =>
  aContainerGroup({
    ContainerGroupId: id,
    ContainerGroupName: id,
    RegionId: region,
    VpcId,
    Tags: [{ TagKey: 'ack.aliyun.com', TagValue: clusterId }],
  });

describe('Pods of virtual nodes', () => {
  it('are the container groups with the tag of the cluster in its VPC, and its virtual nodes', async () => {
    const { prod, cluster, cloud, deadline } = prodOf((world, { id, vpcId = '' }) => {
      world.eci.containerGroups.set('eci-twin', pod(world, 'eci-twin', 'vpc-lab', id));
      const node = { VirtualNodeId: 'vnd-1', VirtualNodeName: 'vk', RegionId: world.region, Status: 'Ready' } as const;
      const Tags = [{ TagKey: 'ack.aliyun.com', TagValue: id }];
      world.eci.virtualNodes.set('vnd-1', { ...node, VpcId: vpcId, Tags });
    });

    const { resources, problems } = await eciCollector.collect(cloud, cluster, deadline, []);

    expect(problems).toEqual([]);
    expect(resources.map(({ kind, id, role }) => [kind, id, role])).toEqual([
      ...prod.virtualPods.map((id) => ['eci.container-group', id, 'virtual-node-pod']),
      ['eci.virtual-node', 'vnd-1', 'virtual-node'],
    ]);
  });

  it('are looked up when they are younger than the inventory, and a copied tag elsewhere proves nothing', async () => {
    const { world, cluster, cloud, deadline } = prodOf((account, { id, vpcId = '' }) => {
      account.eci.containerGroups.set('eci-young', pod(account, 'eci-young', vpcId, id));
      account.eci.containerGroups.set('eci-twin', pod(account, 'eci-twin', 'vpc-lab', id));
    });
    const store = { ...memoryStore(), clusters: async () => [cluster] };
    const event = { accountId: world.accountId, region: world.region, eventTime: new Date(), params: {} };
    const refs = ['eci-young', 'eci-twin'].map((id) => ({ kind: 'eci.container-group', id }) as const);

    const now = () => new Date();
    const found = await ownersOf({ store, cloud, event, refs, now, deadline, isAck: () => Promise.resolve(false) });

    expect(found).toMatchObject([
      { state: 'owned', owners: [{ role: 'virtual-node-pod', clusterId: cluster.id }] },
      { state: 'unowned' },
    ]);
  });
});
