import { CloudError } from '../../../shared/errors.ts';
import type { Cloud, CloudCall } from '../../../shared/cloud/cloud.ts';
import { flatten } from '../../../shared/cloud/query.ts';
import { ApiError } from './api.ts';
import type { Key } from './keys.ts';
import type { World } from './world.ts';

/** The local cloud without the wire and its rates; `onCall` hears of every call. */
export function inProcessCloud(account: World, key: Key, onCall?: (call: CloudCall) => void): Cloud {
  return {
    call: async (call) => {
      onCall?.(call);
      const { product, action, path, params } = call;
      const [, ClusterId, NodepoolId] = /^\/clusters\/([^/]+)(?:\/nodepools\/([^/]+))?/u.exec(path ?? '') ?? [];
      try {
        return account.act(key, { product, action, params: flatten({ ClusterId, NodepoolId, ...params }) });
      } catch (error) {
        if (error instanceof ApiError) throw new CloudError(error.code, error.message, { status: error.status });
        throw error;
      }
    },
  };
}
