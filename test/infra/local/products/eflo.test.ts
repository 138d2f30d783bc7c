import { describe, expect, it } from 'vitest';
import { efloControllerProduct, efloProduct } from '../../../../infra/local/cloud/eflo/product.ts';
import { aLeni, aLingjunNode, createEfloState } from '../../../../infra/local/cloud/eflo/state.ts';
import { startCloud } from '../../../../infra/local/cloud/server.ts';
import { demoAccount } from '../../../../infra/local/demo/account.ts';
import { openCloud } from '../../../../shared/cloud/openapi.ts';
import { asking, referencesOf, refusalOf } from './ask.ts';

const CLUSTER = { ClusterId: 'i1' };
const inGroup = (...ids: readonly string[]) =>
  JSON.stringify([{ NodeGroupId: 'ng-1', Nodes: ids.map((NodeId) => ({ NodeId })) }]);

/** A Lingjun cluster of one group with two nodes, the first with an interface. */
function lingjun() {
  const eflo = createEfloState();
  const at = { RegionId: 'cn-hangzhou', VpcId: 'vpc-1' };
  const kept = { NodeGroupId: 'ng-1', NodeGroupName: 'gpu', MachineType: 'm', ImageId: 'image-1', RamRoleName: '' };
  eflo.clusters.set('i1', { ...CLUSTER, RegionId: at.RegionId, ClusterName: 'gpu' });
  eflo.nodeGroups.set('ng-1', { ...CLUSTER, RegionId: at.RegionId, ...kept });
  for (const NodeId of ['e01-1', 'e01-2']) {
    eflo.nodes.set(NodeId, aLingjunNode({ ...at, ...CLUSTER, NodeId, NodeGroupId: 'ng-1', VpdId: 'vpd-1' }));
  }
  const Addresses = { 'sip-1': '10.0.9.1' };
  eflo.interfaces.set('leni-1', aLeni({ ...at, ElasticNetworkInterfaceId: 'leni-1', NodeId: 'e01-1', Addresses }));
  const controller = efloControllerProduct(eflo);
  return { eflo, controller, nodes: asking(controller), network: asking(efloProduct(eflo)) };
}

describe('Lingjun nodes', () => {
  it('are listed by cluster in pages by token, with the network that they are in', () => {
    const { nodes } = lingjun();

    const first = nodes('ListClusterNodes', { ...CLUSTER, MaxResults: 1 });
    const second = nodes('ListClusterNodes', { ...CLUSTER, MaxResults: 1, NextToken: first['NextToken'] });

    expect(first).toMatchObject({ Nodes: [{ NodeId: 'e01-1', NodeGroupId: 'ng-1', Networks: [{ VpdId: 'vpd-1' }] }] });
    expect(second).toMatchObject({ Nodes: [{ NodeId: 'e01-2' }], NextToken: '' });
  });

  it('leave their cluster and come back, stop and start, and are named in the record', () => {
    const { controller, eflo, nodes } = lingjun();

    nodes('ShrinkCluster', { ...CLUSTER, NodeGroups: inGroup('e01-1') });
    nodes('StopNodes', { Nodes: '["e01-2"]' });

    expect(nodes('DescribeNode', { NodeId: 'e01-1' })).toMatchObject({ ClusterId: '', OperatingState: 'Unused' });
    expect(eflo.nodes.get('e01-2')?.OperatingState).toBe('ClusterNodeStopped');
    nodes('ExtendCluster', { ...CLUSTER, NodeGroups: inGroup('e01-1') });
    nodes('RebootNodes', { ...CLUSTER, Nodes: '["e01-2"]' });
    expect([...eflo.nodes.values()].map(({ OperatingState }) => OperatingState)).toEqual(['Using', 'Using']);
    expect(referencesOf(controller, 'ShrinkCluster', { NodeGroups: inGroup('e01-1') })).toEqual({
      'ACS::EFLO::Node': ['e01-1'],
    });
  });

  it('are free when their group or cluster is deleted, and gone when they are themselves', () => {
    const { eflo, nodes } = lingjun();

    nodes('DeleteNodeGroup', { NodeGroupId: 'ng-1' });
    nodes('DeleteNode', { NodeId: 'e01-2' });

    expect([...eflo.nodes.values()].map(({ ClusterId }) => ClusterId)).toEqual(['']);
    expect(refusalOf(() => nodes('DescribeNode', { NodeId: 'e01-2' }))).toBe('404 ResourceNotFound.Node');
    expect(refusalOf(() => nodes('DescribeNodeGroup', { NodeGroupId: 'ng-1' }))).toBe('404 ResourceNotFound.NodeGroup');
  });
});

describe('Lingjun network interfaces', () => {
  it('are listed in Content, hung on nodes, taken off and deleted', () => {
    const { network } = lingjun();
    const leni = { ElasticNetworkInterfaceId: 'leni-1' };

    network('DetachElasticNetworkInterface', { ...leni, NodeId: 'e01-1' });
    network('AttachElasticNetworkInterface', { ...leni, NodeId: 'e01-2' });

    expect(network('ListElasticNetworkInterfaces', { VpcId: 'vpc-1' })).toMatchObject({
      Code: 0,
      Content: { Data: [{ ...leni, NodeId: 'e01-2', Type: 'CUSTOM' }], Total: 1 },
    });
    network('DeleteElasticNetworkInterface', leni);
    expect(network('ListElasticNetworkInterfaces', leni)).toMatchObject({ Content: { Data: [], Total: 0 } });
  });

  it('have further addresses, each with a name of its own', () => {
    const { network } = lingjun();
    const leni = { ElasticNetworkInterfaceId: 'leni-1' };

    network('AssignLeniPrivateIpAddress', { ...leni, PrivateIpAddress: '10.0.9.2' });
    network('UnassignLeniPrivateIpAddress', { ...leni, IpName: 'sip-1' });

    expect(network('ListLeniPrivateIpAddresses', leni)).toMatchObject({
      Content: { Data: [{ PrivateIpAddress: '10.0.9.2' }], Total: 1 },
    });
  });

  it('answer ackwatch over the wire, asked by form and allowed by its policy', async () => {
    const { world, watcher, prod } = demoAccount();
    const local = await startCloud({ world });
    const cloud = openCloud({ endpoint: local.origin, credentials: () => watcher });
    const [NodeId] = prod.lingjun.nodes;
    const at = { region: world.region, deadline: Date.now() + 5_000 };

    const node = await cloud.call({ ...at, product: 'eflo-controller', action: 'DescribeNode', params: { NodeId } });
    const listed = await cloud.call({ ...at, product: 'eflo', action: 'ListElasticNetworkInterfaces', params: {} });
    await local.stop();

    expect(node).toMatchObject({ NodeId, ClusterId: prod.lingjun.cluster });
    expect(listed).toMatchObject({ Content: { Total: 2 } });
  });
});
