import { listOf, type Params, valueOf } from '../../../../shared/model/params.ts';
import type { Answer, Call, Operation } from '../api.ts';
import { mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { configIn, keyIn, machineGroupIn, namesPage, projectIn } from './find.ts';
import type { MachineGroup, SlsState } from './state.ts';

/** Which machines logs are collected from, and what is collected there. */
export function collectionOperations(state: SlsState): Readonly<Record<string, Operation>> {
  return { ...machineGroupOperations(state), ...configOperations(state, false), ...configOperations(state, true) };
}

function machineGroupOperations(state: SlsState): Readonly<Record<string, Operation>> {
  const put = (call: Call, group: MachineGroup): Answer => {
    state.machineGroups.set(keyIn(call, group.groupName), group);
    return {};
  };
  const ofGroup = references({ 'ACS::SLS::MachineGroup': ['machineGroup', 'groupName'] });
  const applied =
    (change: (had: readonly string[], name: string) => readonly string[]): Operation['run'] =>
    (call) => {
      const group = machineGroupIn(state, call);
      return put(call, { ...group, configs: change(group.configs, mandatory(call.params, 'configName')) });
    };
  const configs = '/machinegroups/[machineGroup]/configs';
  return {
    ListMachineGroup: {
      rw: 'Read',
      route: 'GET /machinegroups',
      run: listing(state, 'machineGroups', 'machinegroups'),
    },
    GetMachineGroup: {
      rw: 'Read',
      route: 'GET /machinegroups/[machineGroup]',
      run: (call) => {
        const { configs: _, ...group } = machineGroupIn(state, call);
        return group;
      },
    },
    CreateMachineGroup: {
      rw: 'Write',
      route: 'POST /machinegroups',
      required: ['groupName', 'machineIdentifyType'],
      run: (call) => {
        projectIn(state, call);
        return put(call, { ...said(mandatory(call.params, 'groupName'), call.params), configs: [] });
      },
      references: ofGroup,
    },
    UpdateMachineGroup: {
      rw: 'Write',
      route: 'PUT /machinegroups/[groupName]',
      run: (call) => {
        const { groupName, configs: had } = machineGroupIn(state, call, 'groupName');
        return put(call, { ...said(groupName, call.params), configs: had });
      },
      references: ofGroup,
    },
    DeleteMachineGroup: {
      rw: 'Write',
      route: 'DELETE /machinegroups/[machineGroup]',
      run: (call) => {
        state.machineGroups.delete(keyIn(call, machineGroupIn(state, call).groupName));
        return {};
      },
      references: ofGroup,
    },
    GetAppliedConfigs: {
      rw: 'Read',
      route: `GET ${configs}`,
      run: (call) => {
        const found = machineGroupIn(state, call).configs;
        return { count: found.length, configs: found };
      },
    },
    ApplyConfigToMachineGroup: {
      rw: 'Write',
      route: `PUT ${configs}/[configName]`,
      run: applied((had, name) => [...new Set([...had, name])]),
      references: ofGroup,
    },
    RemoveConfigFromMachineGroup: {
      rw: 'Write',
      route: `DELETE ${configs}/[configName]`,
      run: applied((had, name) => had.filter((each) => each !== name)),
      references: ofGroup,
    },
  };
}

function configOperations(state: SlsState, isPipeline: boolean): Readonly<Record<string, Operation>> {
  const noun = isPipeline ? 'LogtailPipelineConfig' : 'Config';
  const path = isPipeline ? '/pipelineconfigs' : '/configs';
  const put = (call: Call): Answer => {
    const configName = mandatory(call.params, 'configName');
    const { project: _, configName: __, ...body } = call.params;
    state.configs.set(keyIn(call, configName), { configName, isPipeline, body });
    return {};
  };
  const ofConfig = references({ 'ACS::SLS::Config': ['configName'] });
  return {
    ...(isPipeline
      ? {}
      : { ListConfig: { rw: 'Read', route: 'GET /configs', run: listing(state, 'configs', 'configs') } }),
    [`Get${noun}`]: {
      rw: 'Read',
      route: `GET ${path}/[configName]`,
      run: (call) => {
        const { configName, body } = configIn(state, call, isPipeline);
        return { configName, ...body };
      },
    },
    [`Create${noun}`]: {
      rw: 'Write',
      route: `POST ${path}`,
      required: ['configName'],
      run: (call) => {
        projectIn(state, call);
        return put(call);
      },
      references: ofConfig,
    },
    [`Update${noun}`]: {
      rw: 'Write',
      route: `PUT ${path}/[configName]`,
      run: (call) => {
        configIn(state, call, isPipeline);
        return put(call);
      },
      references: ofConfig,
    },
    [`Delete${noun}`]: {
      rw: 'Write',
      route: `DELETE ${path}/[configName]`,
      run: (call) => {
        state.configs.delete(keyIn(call, configIn(state, call, isPipeline).configName));
        return {};
      },
      references: ofConfig,
    },
  };
}

function listing(state: SlsState, all: 'machineGroups' | 'configs', list: string): Operation['run'] {
  return (call) => {
    projectIn(state, call);
    return namesPage(call.params, state[all], list);
  };
}

function said(groupName: string, params: Params): Omit<MachineGroup, 'configs'> {
  const attribute = valueOf(params, 'groupAttribute');
  return {
    groupName,
    groupType: text(params, 'groupType') ?? '',
    machineIdentifyType: oneOf('ip', 'userdefined')(params, 'machineIdentifyType') ?? 'ip',
    groupAttribute: typeof attribute === 'object' && attribute !== null ? { ...attribute } : {},
    machineList: listOf(params, 'machineList'),
  };
}
