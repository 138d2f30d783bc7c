import { expectCurrentSchema, missingMigrations } from '../../migrations/schema.ts';
import type { ReviewStore } from '../../review.ts';
import type { StoreOptions } from '../assemble.ts';
import type { Query } from '../connection.ts';
import { openUnits } from '../units.ts';
import { access } from './access.ts';
import { clusters } from './clusters.ts';
import { decisions } from './decisions.ts';
import { findings } from './findings.ts';
import { overview } from './overview.ts';
import { reviewing } from './reviewing.ts';

const STATEMENT_MS = 5_000;

/** The review page's side of the store, over one connection of its own that the first call makes. */
export function openReviewStore({ databaseUrl, migrate = false, now = Date.now }: StoreOptions): ReviewStore {
  const onOpen = async (query: Query): Promise<void> => {
    if (!migrate) return expectCurrentSchema(query);
    if ((await missingMigrations(query)).length === 0) return;
    const migrations = await import('../../migrations/migrate.ts');
    await migrations.migrate(databaseUrl);
  };
  const units = openUnits({ databaseUrl, statementTimeoutMs: STATEMENT_MS, onOpen, now });
  return {
    ...overview(units),
    ...findings(units),
    ...decisions(units),
    ...clusters(units),
    ...access(units),
    ...reviewing(units),
    close: units.close,
  };
}
