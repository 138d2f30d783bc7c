import type { OperationTable } from '../model/operation.ts';
import { ADJACENT, on } from './touch.ts';

const logstore = on('sls.logstore', 'project/logstore');
const config = on('sls.collection-config', 'project/configName')('log-collection-changed', ADJACENT);
const machines = on('sls.machine-group', 'project/machineGroup', 'project/groupName');

/** What each write of ActionTrail's service Sls does. The project of a cluster holds its audit log too. */
export const sls: OperationTable = {
  service: 'Sls',
  versions: ['2020-12-30'],
  actions: {
    DeleteConfig: [config],
    DeleteLogStore: [logstore('deleted')],
    DeleteLogtailPipelineConfig: [config],
    DeleteMachineGroup: [machines('log-collection-changed', ADJACENT)],
    DeleteProject: [on('sls.project', 'project')('deleted')],
    RemoveConfigFromMachineGroup: [machines('log-collection-changed', { ...ADJACENT, value: ['configName'] })],
    UpdateConfig: [config],
    UpdateLogStore: [logstore('log-collection-changed', { ...ADJACENT, value: ['ttl', 'shardCount'] })],
    UpdateLogtailPipelineConfig: [config],
    UpdateMachineGroup: [
      machines('log-collection-changed', { ...ADJACENT, value: ['machineIdentifyType', 'machineList'] }),
    ],
  },
  ignored: [],
};
