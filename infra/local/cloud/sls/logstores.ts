import type { Params } from '../../../../shared/model/params.ts';
import { ApiError, type Call, type Operation } from '../api.ts';
import { flag, given, integer, mandatory, oneOf, text } from '../parameters.ts';
import { references } from '../references.ts';
import { keyIn, logstoreIn, namesPage, projectIn } from './find.ts';
import { aLogstore, type Logstore, type SlsState } from './state.ts';

const SETTINGS = {
  ttl: integer,
  shardCount: integer,
  enable_tracking: flag,
  autoSplit: flag,
  maxSplitShard: integer,
  appendMeta: flag,
  telemetryType: text,
  mode: oneOf('standard', 'query'),
};

/** Logstores. A change says everything: what it leaves out goes back to what is usual. */
export function logstoreOperations(state: SlsState): Readonly<Record<string, Operation>> {
  const put = (call: Call, logstore: Logstore): Record<string, never> => {
    state.logstores.set(keyIn(call, logstore.logstoreName), logstore);
    return {};
  };
  const named = references({ 'ACS::SLS::Logstore': ['logstore'] });
  return {
    ListLogStores: {
      rw: 'Read',
      route: 'GET /logstores',
      run: (call) => {
        projectIn(state, call);
        return namesPage(call.params, state.logstores, 'logstores');
      },
    },
    GetLogStore: { rw: 'Read', route: 'GET /logstores/[logstore]', run: (call) => ({ ...logstoreIn(state, call) }) },
    CreateLogStore: {
      rw: 'Write',
      route: 'POST /logstores',
      required: ['logstoreName', 'ttl', 'shardCount'],
      run: (call) => {
        projectIn(state, call);
        const logstoreName = mandatory(call.params, 'logstoreName');
        if (state.logstores.has(keyIn(call, logstoreName))) {
          throw new ApiError(400, 'LogStoreAlreadyExist', `logstore ${logstoreName} already exists`);
        }
        return put(call, said(logstoreName, call.params));
      },
      references: references({ 'ACS::SLS::Logstore': ['logstoreName'] }),
    },
    UpdateLogStore: {
      rw: 'Write',
      route: 'PUT /logstores/[logstore]',
      required: ['logstoreName', 'ttl'],
      run: (call) => {
        const { logstoreName, shardCount } = logstoreIn(state, call);
        return put(call, { ...said(logstoreName, call.params), shardCount });
      },
      references: named,
    },
    DeleteLogStore: {
      rw: 'Write',
      route: 'DELETE /logstores/[logstore]',
      run: (call) => {
        state.logstores.delete(keyIn(call, logstoreIn(state, call).logstoreName));
        return {};
      },
      references: named,
    },
  };
}

function said(logstoreName: string, params: Params): Logstore {
  return aLogstore({ logstoreName, ...given(params, SETTINGS) });
}
