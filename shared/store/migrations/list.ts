import type { Migration } from 'kysely';
import { up as first } from './0001-first.ts';

/** Every migration in its order, listed by hand: bundled code has no folder to look into. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
};

/** Where Kysely notes which of them were run. */
export const MIGRATION_TABLE = 'ackwatch_migration';
