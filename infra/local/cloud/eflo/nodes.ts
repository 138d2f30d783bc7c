import { type Answer, type Call, type Operation } from '../api.ts';
import { tokenPage } from '../pages.ts';
import { given, mandatory, text } from '../parameters.ts';
import { groupNamed, nodeIdsIn, nodeNamed, nodesNamed, nodesOfGroups } from './find.ts';
import type { EfloState, LingjunNode } from './state.ts';

const FREE = { ClusterId: '', NodeGroupId: '', OperatingState: 'Unused' } as const;

/** Lingjun nodes, the groups that they are in, and the clusters that these make up. */
export function nodeOperations(state: EfloState): Readonly<Record<string, Operation>> {
  const put = (node: LingjunNode): void => void state.nodes.set(node.NodeId, node);
  const write = (required: readonly string[], run: (call: Call) => void): Operation => ({
    rw: 'Write',
    required,
    run: (call) => {
      run(call);
      return { TaskId: 'i1' };
    },
    references: ({ params }) => ({ 'ACS::EFLO::Node': nodeIdsIn(params) }),
  });
  const free = (isOf: (node: LingjunNode) => boolean): void => {
    for (const node of state.nodes.values()) if (isOf(node)) put({ ...node, ...FREE });
  };
  return {
    ListClusterNodes: reading('ListClusterNodes', ['ClusterId'], (call) => list(state, call)),
    DescribeNode: reading('DescribeNode', ['NodeId'], (call) => answer(nodeNamed(state, call))),
    DescribeNodeGroup: reading('DescribeNodeGroup', ['NodeGroupId'], (call) => ({ ...groupNamed(state, call) })),
    ShrinkCluster: write(['ClusterId', 'NodeGroups'], (call) => {
      for (const node of nodesOfGroups(state, call).flatMap(({ nodes }) => nodes)) put({ ...node, ...FREE });
    }),
    ExtendCluster: write(['ClusterId', 'NodeGroups'], (call) => {
      const ClusterId = mandatory(call.params, 'ClusterId');
      for (const { group: NodeGroupId, nodes } of nodesOfGroups(state, call)) {
        for (const node of nodes) put({ ...node, ClusterId, NodeGroupId, OperatingState: 'Using' });
      }
    }),
    ChangeNodeGroup: write(['Nodes', 'TargetNodeGroupId'], (call) => {
      const NodeGroupId = mandatory(call.params, 'TargetNodeGroupId');
      for (const node of nodesNamed(state, call)) put({ ...node, NodeGroupId });
    }),
    StopNodes: write(['Nodes'], (call) => {
      for (const node of nodesNamed(state, call)) put({ ...node, OperatingState: 'ClusterNodeStopped' });
    }),
    RebootNodes: write(['Nodes'], (call) => {
      for (const node of nodesNamed(state, call)) put({ ...node, OperatingState: 'Using' });
    }),
    ReimageNodes: write(['Nodes'], (call) => {
      for (const node of nodesNamed(state, call))
        put({ ...node, ImageId: text(call.params, 'ImageId') ?? node.ImageId });
    }),
    DeleteNode: write(['NodeId'], (call) => {
      state.nodes.delete(nodeNamed(state, call).NodeId);
    }),
    DeleteNodeGroup: write(['NodeGroupId'], (call) => {
      const { NodeGroupId } = groupNamed(state, call);
      state.nodeGroups.delete(NodeGroupId);
      free((node) => node.NodeGroupId === NodeGroupId);
    }),
    DeleteCluster: write(['ClusterId'], ({ params }) => {
      const id = mandatory(params, 'ClusterId');
      state.clusters.delete(id);
      free(({ ClusterId }) => ClusterId === id);
    }),
    UpdateNodeGroup: write(['NodeGroupId'], (call) => {
      const group = groupNamed(state, call);
      const said = given(call.params, { NodeGroupName: text, ImageId: text, RamRoleName: text });
      state.nodeGroups.set(group.NodeGroupId, { ...group, ...said });
    }),
  };
}

/** RAM knows the reads of this product under the name of its sister. */
function reading(action: string, required: readonly string[], run: (call: Call) => Answer): Operation {
  return { rw: 'Read', required, run, ramActions: [`eflo:${action}`] };
}

function list(state: EfloState, { params, region }: Call): Answer {
  const group = text(params, 'NodeGroupId');
  const found = [...state.nodes.values()].filter(
    (node) =>
      node.RegionId === region &&
      node.ClusterId === mandatory(params, 'ClusterId') &&
      (group === undefined || node.NodeGroupId === group),
  );
  const { items, NextToken } = tokenPage(params, found, { usual: 20, most: 100 });
  return { Nodes: items.map(answer), NextToken };
}

function answer({ VpdId, ...node }: LingjunNode): Answer {
  const Networks = VpdId === '' ? [] : [{ VpdId, SubnetId: '', BondName: 'bond0', Ip: '' }];
  return { ...node, Networks, Tags: [] };
}
