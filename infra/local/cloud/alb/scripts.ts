import { listOf } from '../../../../shared/model/params.ts';
import type { Answer, Operation } from '../api.ts';
import { newId } from '../ids.ts';
import { asJob } from '../load-balancers/jobs.ts';
import { listingPage } from '../load-balancers/listing.ts';
import { flag, given, mandatory, objects, text } from '../parameters.ts';
import { references } from '../references.ts';
import { listenerIn, missing } from './find.ts';
import type { AlbState, Script } from './state.ts';

const SETTINGS = { AScriptName: text, ScriptContent: text, Enabled: flag };

/** Scripts that listeners run. */
export function albScriptOperations(state: AlbState): Readonly<Record<string, Operation>> {
  const known = (id: string): Script => {
    const script = state.scripts.get(id);
    if (script === undefined) throw missing('AScript');
    return script;
  };
  const put = (scripts: readonly Script[]): void => {
    for (const script of scripts) state.scripts.set(script.AScriptId, script);
  };
  return {
    CreateAScripts: {
      rw: 'Write',
      required: ['ListenerId', 'AScripts'],
      run: (call) => {
        const { ListenerId } = listenerIn(state, call);
        const fresh = { AScriptName: '', ScriptContent: '', Enabled: false };
        const scripts = objects(call.params, 'AScripts').map((said): Script => ({
          ...fresh,
          ...given(said, SETTINGS),
          AScriptId: newId('as'),
          ListenerId,
        }));
        const AScriptIds = scripts.map(({ AScriptId }) => ({ AScriptId }));
        return asJob(state.jobs, call, () => put(scripts), { AScriptIds });
      },
      references: references({ 'ACS::ALB::Listener': ['ListenerId'] }),
    },
    UpdateAScripts: {
      rw: 'Write',
      required: ['AScripts'],
      run: (call) => {
        const said = objects(call.params, 'AScripts');
        const scripts = said.map((one) => ({ ...known(mandatory(one, 'AScriptId')), ...given(one, SETTINGS) }));
        return asJob(state.jobs, call, () => put(scripts));
      },
      // A record of it names none.
      references: () => ({}),
    },
    DeleteAScripts: {
      rw: 'Write',
      required: ['AScriptIds'],
      run: (call) => {
        const scripts = listOf(call.params, 'AScriptIds').map(known);
        return asJob(state.jobs, call, () => scripts.forEach(({ AScriptId }) => state.scripts.delete(AScriptId)));
      },
      references: references({ 'ACS::ALB::AScript': ['AScriptIds'] }),
    },
    ListAScripts: {
      rw: 'Read',
      run: (call) =>
        listingPage(
          call,
          'AScripts',
          [...state.scripts.values()],
          [
            ['AScriptIds', (one) => [one.AScriptId]],
            ['ListenerIds', (one) => [one.ListenerId]],
          ],
          (one): Answer => ({
            ...one,
            AScriptStatus: 'Available',
            LoadBalancerId: state.listeners.get(one.ListenerId)?.LoadBalancerId ?? '',
          }),
        ),
    },
  };
}
