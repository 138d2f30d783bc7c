import { ApiError } from '../../infra/local/cloud/api.ts';
import type { Key } from '../../infra/local/cloud/keys.ts';
import type { World } from '../../infra/local/cloud/world.ts';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { flatten } from '../../shared/cloud/query.ts';
import { CloudError } from '../../shared/errors.ts';

/** The local cloud without the wire and its rates: for what no test counts or breaks. */
export function inProcessCloud(account: World, key: Key): Cloud {
  return {
    call: async ({ product, action, path, params }) => {
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
