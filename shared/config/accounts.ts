import * as z from 'zod';
import { AccountId, Text } from './fields.ts';
import { isRoleName, READER } from './member-accounts.ts';

const Account = z.strictObject({
  id: AccountId,
  role: Text.refine(isRoleName, { error: 'Expected the name of a role, not its ARN' }).default(READER),
});

/** Other accounts that are watched from here, and the role in each that may be assumed. */
export const Accounts = z.array(Account).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
  error: 'Expected each account once',
});
