import { openCloud } from '../cloud/openapi.ts';
import { explain } from '../explain/explain.ts';
import { eventOfId, eventsInFile } from '../explain/event-source.ts';
import type { Explanation } from '../explain/explanation.ts';
import { readOnly } from '../explain/read-only.ts';
import { openSilentWorld } from '../scan/silent-world.ts';
import { memoryStore } from '../store/memory.ts';
import { openStore } from '../store/postgres.ts';
import { openReviewStore } from '../store/postgres/review/open.ts';
import { openAccount } from './account.ts';
import type { Terminal } from './command.ts';
import { openDatabase } from './database.ts';

interface Asked {
  readonly event: string;
  readonly regions?: string | undefined;
  readonly account?: string | undefined;
  readonly offline: boolean;
  readonly database?: string | undefined;
  readonly folder: string;
}

/** Every event that the argument names, explained; none where it names nothing that is to be had. */
export async function runExplain(asked: Asked, terminal: Terminal): Promise<readonly Explanation[]> {
  const inFile = await eventsInFile(asked.event);
  if (asked.offline) return Promise.all((inFile ?? []).map((item) => explain(item, undefined)));
  const account = await openAccount(asked, terminal);
  const memory = await openMemory(asked, terminal);
  try {
    const { world } = openSilentWorld(account, memory.store);
    const { credentials, config, accountId, regions, now } = account;
    const cloud = openCloud({ credentials, endpoint: config.endpoint });
    const places = { review: memory.review, cloud, accountId, regions, now };
    const items = inFile ?? [await eventOfId(asked.event, places)].filter((item) => item !== undefined);
    const explained: Explanation[] = [];
    for (const item of items) explained.push(await explain(item, { world, ...memory }));
    return explained;
  } finally {
    await memory.close();
  }
}

/** What is known from before: read, and never written. */
async function openMemory({ database, folder }: Asked, { environment }: Terminal) {
  const named = database ?? (environment['DATABASE_URL'] || 'memory');
  if (named === 'memory') return { store: memoryStore(), review: undefined, close: () => Promise.resolve() };
  const { url, close, isEmbedded } = await openDatabase({ database: named, folder }, { environment });
  const store = openStore({ databaseUrl: url, migrate: isEmbedded });
  const review = openReviewStore({ databaseUrl: url });
  return {
    store: readOnly(store),
    review,
    close: async () => {
      await Promise.all([store.close(), review.close()]);
      await close();
    },
  };
}
