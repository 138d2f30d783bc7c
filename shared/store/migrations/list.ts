import type { Migration } from 'kysely';
import { up as first } from './0001-first.ts';
import { up as telling } from './0002-telling.ts';
import { up as knowing } from './0003-knowing.ts';
import { up as review } from './0004-review.ts';

/** Every migration in its order, listed by hand: bundled code has no folder to look into. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
  '0002-telling': { up: telling },
  '0003-knowing': { up: knowing },
  '0004-review': { up: review },
};

/** Where Kysely notes which of them were run. */
export const MIGRATION_TABLE = 'ackwatch_migration';
