import type { OperationTable } from '../model/operation.ts';
import { ADJACENT, on } from './touch.ts';

const group = on('eci.container-group', 'ContainerGroupId');

/** What each write of ActionTrail's service Eci does to virtual nodes and to the Pods that run on them. */
export const eci: OperationTable = {
  service: 'Eci',
  versions: ['2018-08-08'],
  actions: {
    DeleteContainerGroup: [group('deleted', ADJACENT)],
    DeleteVirtualNode: [on('eci.virtual-node', 'VirtualNodeId')('deleted', ADJACENT)],
    RestartContainerGroup: [group('restarted', ADJACENT)],
    UpdateContainerGroup: [group('spec-changed', ADJACENT)],
  },
  ignored: [],
};
