import { openCloud } from '../../cloud/openapi.ts';
import { ConfigError } from '../../errors.ts';
import { collectInventory } from '../../inventory/collect.ts';
import type { OwnedResource } from '../../model/resource.ts';
import { memoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import type { openAccount } from '../account.ts';

type Account = Awaited<ReturnType<typeof openAccount>>;
const COLLECT_MS = 60_000;

/** The load balancer of an API server: from the database where one is named, else collected anew. Throws ConfigError. */
export async function findApiServer(account: Account, named: string | undefined): Promise<OwnedResource> {
  const { config, accountId } = account;
  const found =
    config.databaseUrl === undefined
      ? await collected(account, named)
      : await stored(config.databaseUrl, accountId, named);
  if (found !== undefined) return found;
  const which =
    named === undefined
      ? 'a cluster whose API server has a load balancer'
      : `${named} to be the load balancer of an API server`;
  throw new ConfigError(`Expected ${which} in ${account.region}; has the first sweep run?`);
}

async function stored(databaseUrl: string, accountId: string, named: string | undefined) {
  const { openStore } = await import('../../store/postgres.ts');
  const store = openStore({ databaseUrl });
  try {
    return await apiServerIn(store, accountId, named);
  } finally {
    await store.close();
  }
}

async function collected({ config, accountId, regions, credentials }: Account, named: string | undefined) {
  const store = memoryStore({});
  const cloud = openCloud({ credentials, endpoint: config.endpoint });
  const now = () => new Date();
  await collectInventory({ cloud, store, accountId, regions, now, deadline: Date.now() + COLLECT_MS });
  return apiServerIn(store, accountId, named);
}

async function apiServerIn(
  store: Store,
  accountId: string,
  named: string | undefined,
): Promise<OwnedResource | undefined> {
  for (const { id } of await store.clusters(accountId)) {
    const owned = await store.resourcesOf(id);
    const found = owned.find(
      (one) =>
        one.role === 'api-server-load-balancer' &&
        one.kind.endsWith('.load-balancer') &&
        (named === undefined || one.id === named),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
