import type { ReviewStore } from '../store/review.ts';
import type { Terminal } from './command.ts';
import { openDatabase } from './database.ts';

/** Opens what ackwatch remembers for as long as `use` takes. */
export async function withReviewStore<T>(
  given: { readonly database?: string | undefined; readonly folder: string },
  terminal: Terminal,
  use: (store: ReviewStore) => Promise<T>,
): Promise<T> {
  const { openReviewStore } = await import('../store/postgres/review/open.ts');
  const database = await openDatabase(given, terminal);
  const store = openReviewStore({ databaseUrl: database.url, migrate: database.isEmbedded });
  try {
    return await use(store);
  } finally {
    await store.close();
    await database.close();
  }
}
