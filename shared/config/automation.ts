import * as z from 'zod';
import { AccountId, Text } from './fields.ts';

/** Automation that is trusted to bring about certain rows on certain clusters. It needs no end. */
export const Automation = z.array(
  z.strictObject({
    actor: z.strictObject({ type: z.enum(['ram-user', 'assumed-role']), name: Text }),
    accounts: z.array(AccountId).min(1).optional(),
    clusters: z.array(Text).min(1),
    rows: z.array(Text.regex(/^[RUE]\d{2}$/u, { error: 'Expected a row such as R02' })).min(1),
    why: Text,
    by: Text,
  }),
);
