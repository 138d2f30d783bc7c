import * as z from 'zod';
import { AccountId, Text } from './fields.ts';

const Several = z.array(Text).min(1).optional();
const Row = Text.regex(/^[RUE]\d{2}$/u, { error: 'Expected a row such as R02' });
const Moment = z.iso
  .datetime({ offset: true, error: 'Expected a time with its zone such as 2026-12-01T22:00:00+08:00' })
  .transform((text) => new Date(text));

/** Declared exceptions and maintenance windows. Each says what, why, by whom, and when it ends. */
export const Suppressions = z.array(
  z
    .strictObject({
      what: z
        .strictObject({
          accounts: z.array(AccountId).min(1).optional(),
          clusters: Several,
          rules: Several,
          rows: z.array(Row).min(1).optional(),
          resources: Several,
          actors: Several,
          operations: Several,
        })
        .refine((what) => Object.values(what).some((list) => list !== undefined), {
          error: 'Expected at least one of accounts, clusters, rules, rows, resources, actors, operations',
        }),
      why: Text,
      by: Text,
      from: Moment.optional(),
      until: Moment,
    })
    .refine(({ from, until }) => from === undefined || from < until, { error: 'Expected until to be after from' }),
);
