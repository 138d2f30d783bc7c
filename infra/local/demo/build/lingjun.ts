import type { AckCluster } from '../../cloud/cs/state.ts';
import { aLeni, aLingjunNode } from '../../cloud/eflo/state.ts';
import type { World } from '../../cloud/world.ts';
import { FOUNDED } from './cluster.ts';

/** What a pool of Lingjun nodes must say of itself. */
export interface LingjunSaid {
  readonly pool: string;
  readonly cluster: string;
  readonly group: string;
  readonly network: string;
  readonly nodes: readonly string[];
  /** One a node. */
  readonly interfaces: readonly string[];
}

/** Puts a pool of Lingjun nodes into the cluster, with the node group that it stands on and its nodes' interfaces. */
export function addLingjunPool(world: World, cluster: AckCluster, said: LingjunSaid): void {
  const { region: RegionId } = world;
  cluster.nodePools.set(said.pool, {
    id: said.pool,
    name: 'lingjun',
    isDefault: false,
    scalingGroupId: '',
    securityGroupIds: [],
    vswitchIds: cluster.vswitchIds,
    instanceTypes: [],
    ramRoleName: '',
    autoScaling: { enable: false, min: 0, max: 0 },
    lingjun: { clusterId: said.cluster, groupId: said.group, autoAttach: false },
    state: 'active',
    created: FOUNDED,
  });
  const ids = { ClusterId: said.cluster, NodeGroupId: said.group };
  world.eflo.clusters.set(said.cluster, { RegionId, ClusterId: said.cluster, ClusterName: cluster.name });
  const kept = { MachineType: 'efg1.nvga1', ImageId: 'i190283451700725000000', RamRoleName: '' };
  const network = { VpdId: said.network, RegionId, VpdName: 'gpu', Cidr: '10.200.0.0/16' };
  world.eflo.vpds.set(said.network, { ...network, SecondaryCidrBlocks: [] });
  world.eflo.nodeGroups.set(said.group, { ...ids, ...kept, RegionId, NodeGroupName: 'gpu' });
  for (const [at, NodeId] of said.nodes.entries()) {
    const place = { RegionId, NodeId, VpcId: cluster.vpcId };
    world.eflo.nodes.set(NodeId, aLingjunNode({ ...place, ...ids, VpdId: said.network, Hostname: `gpu-${at + 1}` }));
    const ElasticNetworkInterfaceId = said.interfaces[at] ?? '';
    const inside = { VSwitchId: cluster.vswitchIds.at(-1) ?? '', SecurityGroupId: cluster.securityGroupId };
    const leni = aLeni({ ...place, ...inside, ElasticNetworkInterfaceId, Ip: `10.1.200.${at + 1}` });
    world.eflo.interfaces.set(ElasticNetworkInterfaceId, leni);
  }
}
