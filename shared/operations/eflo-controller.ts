import type { OperationTable } from '../model/operation.ts';
import { names } from './names.ts';
import { ADJACENT, on } from './touch.ts';

const node = on('eflo.node', 'NodeId');
/** `Nodes` holds ids, or objects with one. */
const nodes = on('eflo.node', 'Nodes.NodeId', 'Nodes');
const commanded = on('eflo.node', 'NodeIdList');
const group = on('eflo.node-group', 'NodeGroupId');
const cluster = on('eflo.cluster', 'ClusterId');

/** What each write of ActionTrail's service eflo-controller (Lingjun's nodes) does, and to which resource. */
export const efloController: OperationTable = {
  service: 'eflo-controller',
  versions: ['2022-12-15'],
  actions: {
    ApproveOperation: [node('repair-approved', { ...ADJACENT, value: ['OperationType'] })],
    ChangeNodeGroup: [nodes('moved', { ...ADJACENT, value: ['TargetNodeGroupId'] })],
    DeleteCluster: [cluster('members-released')],
    DeleteHyperNode: [on('eflo.node', 'HyperNodeId')('released')],
    DeleteNode: [node('released')],
    DeleteNodeGroup: [group('members-released')],
    DeleteVsc: [on('eflo.storage-channel', 'VscId')('detached', ADJACENT)],
    ExtendCluster: [
      on('eflo.node-group', 'NodeGroups.NodeGroupId')('members-added', {
        strength: 'conditional',
        value: ['NodeGroups'],
      }),
    ],
    RebootNodes: [nodes('restarted')],
    ReimageNodes: [nodes('os-replaced', { value: ['Nodes'] })],
    RunCommand: [
      commanded('command-run', {
        strength: 'content',
        form: 'command',
        value: ['CommandContent', 'CommandId', 'ContentEncoding'],
      }),
    ],
    SendFile: [
      commanded('command-run', { strength: 'content', form: 'file', value: ['TargetDir', 'Name', 'Content'] }),
    ],
    ShrinkCluster: [on('eflo.node', 'NodeGroups.Nodes.NodeId')('released')],
    StopNodes: [nodes('stopped')],
    TagResources: [on('eflo.node', 'ResourceId')('tags-changed', ADJACENT)],
    UntagResources: [on('eflo.node', 'ResourceId')('tags-changed', ADJACENT)],
    UpdateNodeGroup: [
      group('instance-options-changed', {
        ...ADJACENT,
        value: ['ImageId', 'UserData'],
        when: { any: [{ present: 'ImageId' }, { present: 'UserData' }] },
      }),
      group('permission-changed', { ...ADJACENT, value: ['RamRoleName'], when: { present: 'RamRoleName' } }),
    ],
  },
  ignored: names(`
    ChangeNodeTypes ChangeResourceGroup CloseSession CreateCluster CreateDiagnosticTask CreateNetTestTask
    CreateNodeGroup CreateSession CreateVsc ReportNodesStatus StopInvocation
  `),
};
