import { aLeni, aLingjunNode, type EfloState } from '../../infra/local/cloud/eflo/state.ts';
import type { Deed, OwnedIds } from './round-trip-network.ts';

const RegionId = 'cn-hangzhou';
const IN = { ClusterId: 'i1', NodeGroupId: 'ng-1' };
const LENI = { ElasticNetworkInterfaceId: 'leni-1' };

/** What the cluster owns of Lingjun: kind, role, ids. */
export const LINGJUN: readonly OwnedIds[] = [
  ['eflo.node', 'lingjun-node', 'e01-1', 'e01-2'],
  ['eflo.node-group', 'lingjun-node-group', 'ng-1'],
  ['eflo.network-interface', 'pod-eni', 'leni-1', 'leni-free'],
  ['eflo.vpd', 'lingjun-network', 'vpd-1', 'vpd-free'],
];

/** Calls that change Lingjun nodes and can be undone. */
export const LINGJUN_DEEDS: readonly Deed[] = [
  ['eflo-controller:ShrinkCluster', { ClusterId: 'i1', NodeGroups: nodesOf('ng-1', 'e01-1') }],
  ['eflo-controller:ChangeNodeGroup', { Nodes: '["e01-1"]', TargetNodeGroupId: 'ng-2' }],
  ['eflo-controller:StopNodes', { Nodes: '["e01-2"]' }],
  ['eflo-controller:UpdateNodeGroup', { NodeGroupId: 'ng-1', ImageId: 'i-other' }],
  ['eflo-controller:UpdateNodeGroup', { NodeGroupId: 'ng-1', RamRoleName: 'somebody' }],
  ['eflo:DetachElasticNetworkInterface', { ...LENI, NodeId: 'e01-1' }],
  ['eflo:AttachElasticNetworkInterface', { ElasticNetworkInterfaceId: 'leni-free', NodeId: 'e01-2' }],
  ['eflo:UpdateElasticNetworkInterface', { ...LENI, SecurityGroupId: 'sg-2' }],
  ['eflo:AssignLeniPrivateIpAddress', { ...LENI, PrivateIpAddress: '10.0.9.9' }],
  ['eflo:UnAssociateVpdCidrBlock', { VpdId: 'vpd-1', SecondaryCidrBlock: '192.168.1.0/24' }],
  ['eflo:UnassignLeniPrivateIpAddress', { ...LENI, IpName: 'sip-1' }],
];

/** What comes back under another id, with one command. */
export const LINGJUN_REMADE: readonly Deed[] = [['eflo:DeleteSubnet', { VpdId: 'vpd-1', SubnetId: 'subnet-1' }]];

/** What never comes back. */
export const LINGJUN_LOST: readonly Deed[] = [
  ['eflo-controller:DeleteNode', { NodeId: 'e01-2' }],
  ['eflo:DeleteVpd', { VpdId: 'vpd-free' }],
  ['eflo:DeleteElasticNetworkInterface', { ElasticNetworkInterfaceId: 'leni-free' }],
];

/** Puts Lingjun nodes and their interfaces into the account. */
export function seedLingjun(state: EfloState): void {
  const group = { RegionId, ClusterId: 'i1', MachineType: 'efg1', ImageId: 'image-1', RamRoleName: 'worker' };
  for (const NodeGroupId of ['ng-1', 'ng-2']) {
    state.nodeGroups.set(NodeGroupId, { ...group, NodeGroupId, NodeGroupName: NodeGroupId });
  }
  for (const NodeId of ['e01-1', 'e01-2']) {
    state.nodes.set(NodeId, aLingjunNode({ RegionId, NodeId, ...IN, VpcId: 'vpc-1' }));
  }
  for (const VpdId of ['vpd-1', 'vpd-free']) {
    const vpd = { VpdId, RegionId, VpdName: VpdId, Cidr: '10.9.0.0/16', SecondaryCidrBlocks: ['192.168.1.0/24'] };
    state.vpds.set(VpdId, vpd);
  }
  const subnet = { SubnetId: 'subnet-1', SubnetName: 'gpu', RegionId, VpdId: 'vpd-1', Cidr: '10.9.1.0/24' };
  state.subnets.set('subnet-1', { ...subnet, Type: 'OOB', ZoneId: 'cn-hangzhou-b' });
  const leni = { RegionId, VpcId: 'vpc-1', SecurityGroupId: 'sg-1', Description: 'interface create by terway' };
  const Addresses = { 'sip-1': '10.0.9.1', 'sip-2': '10.0.9.2' };
  state.interfaces.set('leni-1', aLeni({ ...leni, ...LENI, NodeId: 'e01-1', Addresses }));
  state.interfaces.set('leni-free', aLeni({ ...leni, ElasticNetworkInterfaceId: 'leni-free', NodeId: '' }));
}

function nodesOf(group: string, node: string): string {
  return JSON.stringify([{ NodeGroupId: group, Nodes: [{ NodeId: node }] }]);
}
