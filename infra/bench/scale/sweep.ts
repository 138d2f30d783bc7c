import type { CloudCall } from '../../../shared/cloud/cloud.ts';
import { readConfig } from '../../../shared/config.ts';
import { openWorld } from '../../../shared/open.ts';
import { openStore } from '../../../shared/store/postgres.ts';
import { timersOver } from '../../../shared/timed.ts';
import { inProcessCloud } from '../../local/cloud/in-process.ts';
import type { ScaleAccount } from './account.ts';

/**
 * One sweep over everything, told how often it called what. It runs in this process and without the wire: the product
 * keeps its calls to some a second, and hundreds of clusters would take longer than a bench may.
 */
export async function sweepOnce({ world, watcher }: ScaleAccount, databaseUrl: string): Promise<readonly CloudCall[]> {
  const { accountId, region } = world;
  const calls: CloudCall[] = [];
  const store = openStore({ databaseUrl, migrate: true });
  const surroundings = {
    config: readConfig({ DATABASE_URL: databaseUrl }),
    accountId,
    region,
    credentials: () => watcher,
    now: () => new Date(),
    log: () => undefined,
  };
  try {
    const opened = openWorld(surroundings, store);
    const cloud = inProcessCloud(world, watcher, (call) => calls.push(call));
    const { problems } = await timersOver({ ...opened, cloud }, store, surroundings).sweep();
    if (problems.length > 0) throw new Error(`Expected the sweep to read everything, got ${problems[0]}`);
    return calls;
  } finally {
    await store.close();
  }
}
