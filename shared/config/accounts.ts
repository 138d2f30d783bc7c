import * as z from 'zod';
import { Text } from './fields.ts';
import { isAccountId, isRoleName, READER } from './member-accounts.ts';

const Account = z.strictObject({
  id: z.string({ error: 'Expected an account id as text, between quotes' }).refine(isAccountId, {
    error: 'Expected an account id of 16 digits, between quotes',
  }),
  role: Text.refine(isRoleName, { error: 'Expected the name of a role, not its ARN' }).default(READER),
});

/** Other accounts that are watched from here, and the role in each that may be assumed. */
export const Accounts = z.array(Account).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
  error: 'Expected each account once',
});
