import { ApiError, type Operation } from '../api.ts';
import { mandatory, text } from '../parameters.ts';
import { references } from '../references.ts';
import { projectIn } from './find.ts';
import { aProject, type SlsState } from './state.ts';

/** Projects; one that is deleted takes everything in it along. */
export function projectOperations(state: SlsState): Readonly<Record<string, Operation>> {
  return {
    GetProject: { rw: 'Read', route: 'GET /', run: (call) => ({ ...projectIn(state, call) }) },
    CreateProject: {
      rw: 'Write',
      route: 'POST /',
      required: ['projectName'],
      run: ({ params, region }) => {
        const projectName = mandatory(params, 'projectName');
        if (state.projects.has(projectName)) throw new ApiError(400, 'ProjectAlreadyExist', 'It exists already.');
        const description = text(params, 'description') ?? '';
        state.projects.set(projectName, aProject({ projectName, region, description }));
        return {};
      },
      references: references({ 'ACS::SLS::Project': ['projectName'] }),
    },
    DeleteProject: {
      rw: 'Write',
      route: 'DELETE /',
      run: (call) => {
        const { projectName } = projectIn(state, call);
        state.projects.delete(projectName);
        for (const all of [state.logstores, state.machineGroups, state.configs]) {
          for (const key of all.keys()) if (key.startsWith(`${projectName}/`)) all.delete(key);
        }
        return {};
      },
      references: references({ 'ACS::SLS::Project': ['project'] }),
    },
  };
}
