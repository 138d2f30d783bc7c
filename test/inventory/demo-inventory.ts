import { ApiError } from '../../infra/local/cloud/api.ts';
import { demoAccount } from '../../infra/local/demo/account.ts';
import type { Cloud } from '../../shared/cloud/cloud.ts';
import { flatten } from '../../shared/cloud/query.ts';
import { CloudError } from '../../shared/errors.ts';
import { collectInventory } from '../../shared/inventory/collect.ts';
import { ownersOf } from '../../shared/inventory/own.ts';
import type { Params } from '../../shared/model/params.ts';
import type { ResourceKind } from '../../shared/model/resource.ts';
import { memoryStore } from '../../shared/store/memory.ts';

/** The demo account, collected by ackwatch's own role into an empty store. */
export async function collectedDemo() {
  const demo = demoAccount();
  const { world, watcher } = demo;
  const calls: string[] = [];
  const cloud: Cloud = {
    call: async ({ product, action, params, path, region }) => {
      calls.push(`${product}:${action}`);
      const [, , cluster] = path?.split('/') ?? [];
      const all = { ...flatten(params), ...(cluster === undefined ? {} : { ClusterId: cluster }) };
      try {
        return world.act(watcher, { product, action, region, params: all });
      } catch (error) {
        if (error instanceof ApiError) throw new CloudError(error.code, error.message, { status: error.status });
        throw error;
      }
    },
  };
  const store = memoryStore();
  const { accountId } = world;
  const at = { cloud, store, accountId, now: () => new Date(), deadline: Date.now() + 20_000 };
  const { parts } = await collectInventory({ ...at, regions: [world.region] });
  const problems = parts.flatMap((part) => part.problems);
  if (problems.length > 0) throw new Error(`Expected a whole inventory, got ${problems.join('; ')}`);
  /** `kind id role` of what one collector found, of one cluster. */
  const rowsOf = async (clusterId: string, via: string): Promise<readonly string[]> =>
    (await store.resourcesOf(clusterId))
      .filter((item) => item.via === via)
      .map(({ kind, id, role }) => `${kind} ${id} ${role}`)
      .toSorted();
  /** Whose it is, as an event finds it: `known` false: the inventory does not have it. */
  const ownerOf = async (kind: ResourceKind, id: string, params: Params = {}, known = true) => {
    const event = { accountId, region: world.region, eventTime: new Date(), params };
    const ownersIn: typeof store.ownersOf = async (account, ids) => {
      const owners = await store.ownersOf(account, ids);
      return known ? owners : new Map([...owners].filter(([each]) => each !== id));
    };
    const isAck = () => Promise.resolve(true);
    const [answer] = await ownersOf({
      ...at,
      store: { ...store, ownersOf: ownersIn },
      event,
      refs: [{ kind, id }],
      isAck,
    });
    const owners = answer?.owners.map(({ clusterId, role }) => [clusterId, role]) ?? [];
    return { state: answer?.state, owners };
  };
  return { ...demo, cloud, store, calls, rowsOf, ownerOf };
}
