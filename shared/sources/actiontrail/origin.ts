import { DecodeError } from '../../errors.ts';
import { type Loose, textAt } from '../../model/loose.ts';

/**
 * Whose the record is. Only the cloud puts events onto an account's bus `default`; where another bus passed it on, the
 * envelope names the account that it is from. That may tell of itself alone, or whoever rules there could say what he
 * likes of every other account.
 */
export function accountOf(record: Loose, identity: Loose, envelope: Loose): string {
  const told = textAt(record, 'recipientAccountId');
  const { account, isOther } = cameFrom(envelope);
  if (!isOther) return told ?? account ?? textAt(identity, 'accountId') ?? '';
  if (told === undefined || told === account) return account ?? '';
  throw new DecodeError(`Expected the bus of account ${account} to tell of that account, got an event of ${told}`);
}

/** From which account, and whether over a bus that others put events onto. */
export function cameFrom(envelope: Loose): { readonly account: string | undefined; readonly isOther: boolean } {
  const owner = textAt(envelope, 'aliyunaccountid');
  const account = textAt(envelope, 'aliyunoriginalaccountid') ?? owner;
  const bus = textAt(envelope, 'aliyuneventbusname') ?? 'default';
  return { account, isOther: account !== owner || bus !== 'default' };
}
