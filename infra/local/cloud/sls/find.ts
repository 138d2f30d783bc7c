import type { Params } from '../../../../shared/model/params.ts';
import { type Answer, ApiError, type Call } from '../api.ts';
import { integer, mandatory } from '../parameters.ts';
import type { CollectionConfig, Logstore, MachineGroup, Project, SlsState } from './state.ts';

/** The project that a call names, in the region where it is. */
export function projectIn(state: SlsState, { params, region }: Call): Project {
  const name = mandatory(params, 'project');
  const found = state.projects.get(name);
  if (found?.region === region) return found;
  throw new ApiError(404, 'ProjectNotExist', `The Project does not exist : ${name}`);
}

export function logstoreIn(state: SlsState, call: Call): Logstore {
  return named(state, state.logstores, call, 'logstore', 'LogStoreNotExist');
}

export function machineGroupIn(state: SlsState, call: Call, parameter = 'machineGroup'): MachineGroup {
  return named(state, state.machineGroups, call, parameter, 'GroupNotExist');
}

/** A collection configuration of the kind that the call is made for. */
export function configIn(state: SlsState, call: Call, isPipeline: boolean): CollectionConfig {
  const found = named(state, state.configs, call, 'configName', 'ConfigNotExist');
  if (found.isPipeline === isPipeline) return found;
  throw new ApiError(404, 'ConfigNotExist', `Config ${found.configName} does not exist`);
}

/** What stands under its name in the project that a call names. */
export function keyIn({ params }: Call, name: string): string {
  return `${mandatory(params, 'project')}/${name}`;
}

/** The names in a project, in pages by offset. */
export function namesPage(params: Params, all: ReadonlyMap<string, unknown>, list: string): Answer {
  const prefix = `${mandatory(params, 'project')}/`;
  const names = [...all.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const offset = integer(params, 'offset') ?? 0;
  const page = names.toSorted().slice(offset, offset + (integer(params, 'size') ?? 200));
  return { [list]: page, count: page.length, total: names.length };
}

function named<T>(state: SlsState, all: ReadonlyMap<string, T>, call: Call, parameter: string, code: string): T {
  projectIn(state, call);
  const name = mandatory(call.params, parameter);
  const found = all.get(keyIn(call, name));
  if (found !== undefined) return found;
  throw new ApiError(404, code, `${parameter} ${name} does not exist`);
}
