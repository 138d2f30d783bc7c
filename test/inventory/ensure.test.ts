import { describe, expect, it } from 'vitest';
import { demoAccount } from '../../infra/local/demo/account.ts';
import { inventoryEnsurer } from '../../shared/inventory/ensure.ts';
import { memoryStore } from '../../shared/store/memory.ts';
import { inProcessCloud } from '../support/in-process-cloud.ts';

const MINUTE = 60_000;

/** An ensurer over the demo account, with what it asked the store and the cloud. */
function anEnsurer({ lifeMs }: { readonly lifeMs?: number } = {}) {
  let time = Date.now();
  const { world, watcher } = demoAccount();
  const asked = { store: 0, cloud: 0 };
  const store = memoryStore();
  const cloud = inProcessCloud(world, watcher, ({ action }) => {
    if (action === 'DescribeClustersV1') asked.cloud += 1;
  });
  const clusters: typeof store.clusters = (...args) => {
    asked.store += 1;
    return store.clusters(...args);
  };
  const { accountId, region } = world;
  const now = () => new Date(time);
  const ensure = inventoryEnsurer({ store: { ...store, clusters }, cloud, accountId, regions: [region], now, lifeMs });
  return { ensure, asked, store, accountId, pass: (ms: number) => void (time += ms) };
}

describe('the inventory that an event needs', () => {
  it('is collected once where nothing is known', async () => {
    const { ensure, asked, store, accountId } = anEnsurer();

    await ensure();
    await ensure();

    expect(asked.cloud).toBe(1);
    expect(await store.clusters(accountId)).toHaveLength(3);
  });

  it('is looked for once in ten minutes, not by every event', async () => {
    const { ensure, asked, pass } = anEnsurer();
    await ensure();
    const first = asked.store;

    for (let event = 0; event < 9; event += 1) {
      pass(MINUTE);
      await ensure();
    }
    const within = asked.store;
    pass(MINUTE);
    await ensure();

    expect([first, within, asked.store]).toEqual([1, 1, 2]);
    expect(asked.cloud).toBe(1);
  });

  it('is collected anew when its life is over', async () => {
    const { ensure, asked, pass } = anEnsurer({ lifeMs: 5 * MINUTE });
    await ensure();

    pass(4 * MINUTE);
    await ensure();
    const young = asked.cloud;
    pass(MINUTE);
    await ensure();

    expect([young, asked.cloud]).toEqual([1, 2]);
  });
});
