import { DecodeError } from '../../errors.ts';
import { type Loose, textAt } from '../../model/loose.ts';

/** Whose a record is, and whether it came over a bus that others put events onto. */
export interface Origin {
  readonly accountId: string;
  readonly isOtherBus: boolean;
}

/**
 * Only the cloud puts events onto an account's bus `default`; where another bus passed it on, the envelope names the
 * account that it is from. That may tell of itself alone, or whoever rules there could say what he likes of every other
 * account.
 */
export function originOf(record: Loose, identity: Loose, envelope: Loose): Origin {
  const told = textAt(record, 'recipientAccountId');
  const owner = attribute(envelope, 'aliyunaccountid');
  const account = attribute(envelope, 'aliyunoriginalaccountid') ?? owner;
  const isOtherBus = account !== owner || (attribute(envelope, 'aliyuneventbusname') ?? 'default') !== 'default';
  if (!isOtherBus) return { accountId: told ?? account ?? textAt(identity, 'accountId') ?? '', isOtherBus };
  if (told === undefined || told === account) return { accountId: account ?? '', isOtherBus };
  throw new DecodeError(`Expected the bus of account ${account} to tell of that account, got an event of ${told}`);
}

/** CloudEvents knows attributes in lower case alone: no other spelling is looked for. */
function attribute(envelope: Loose, name: string): string | undefined {
  const value = envelope[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
