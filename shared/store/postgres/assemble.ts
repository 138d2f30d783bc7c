import { expectCurrentSchema, missingMigrations } from '../migrations/schema.ts';
import type { AuditStore } from '../audit.ts';
import type { VitalsStore } from '../vitals.ts';
import type { Store } from '../store.ts';
import { audit } from './audit.ts';
import { baselines } from './baselines.ts';
import { channels } from './budget.ts';
import { clusters } from './clusters.ts';
import type { Query } from './connection.ts';
import { decisions } from './decisions.ts';
import { exceptions } from './exceptions.ts';
import { findings } from './findings.ts';
import { leases } from './leases.ts';
import { inventory } from './inventory.ts';
import { lookBack } from './look-back.ts';
import { outbox } from './outbox.ts';
import { prune } from './prune.ts';
import { snapshots } from './snapshots.ts';
import { trust } from './trust.ts';
import { undecided } from './undecided.ts';
import { openUnits } from './units.ts';
import { unowned } from './unowned.ts';
import { vitals } from './vitals.ts';
import { writes } from './writes.ts';

/** How a store on PostgreSQL is opened. */
export interface StoreOptions {
  readonly databaseUrl: string;
  /** Whether tables that are older than this version are brought up to it; else that is a StoreError. */
  readonly migrate?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

const STATEMENT_MS = 3_000;

/** Puts the subjects together over one connection. */
export function openPostgres({
  databaseUrl,
  migrate = false,
  now = Date.now,
}: StoreOptions): Store & AuditStore & VitalsStore {
  const onOpen = async (query: Query): Promise<void> => {
    if (!migrate) return expectCurrentSchema(query);
    if ((await missingMigrations(query)).length === 0) return;
    const migrations = await import('../migrations/migrate.ts');
    await migrations.migrate(databaseUrl);
  };
  const units = openUnits({ databaseUrl, statementTimeoutMs: STATEMENT_MS, onOpen, now });
  return {
    ...decisions(units),
    ...inventory(units),
    ...clusters(units),
    ...unowned(units),
    ...trust(units),
    ...snapshots(units),
    ...baselines(units),
    ...writes(units),
    ...findings(units),
    ...outbox(units),
    ...channels(units),
    ...prune(units),
    ...leases(units),
    ...lookBack(units),
    ...undecided(units),
    ...exceptions(units),
    ...audit(units),
    ...vitals(units),
    close: units.close,
  };
}
