import { randomBytes } from 'node:crypto';
import type { Caller } from './api.ts';

/** An access key and whose it is. It can be handed to `openCloud` as its credentials as it is. */
export interface Key {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  readonly caller: Caller;
  /** The account that assumed the role: for ACK's own roles it is not the customer's. */
  readonly playerUid?: string;
  /** Recorded in place of the address and agent of the request: everybody calls from one machine here. */
  readonly sourceIp?: string;
  readonly userAgent?: string;
  /** Clicks in the console: recorded without an access key. */
  readonly isConsole?: boolean;
  /** RAM actions (`slb:DescribeLoadBalancers`) the caller may use; absent: all. */
  readonly allowed?: ReadonlySet<string>;
  /** Keys of a role that STS gave out end. */
  readonly until?: Date;
}

/** What is not the identity itself but goes with a key. */
export type KeyTraits = Pick<Key, 'playerUid' | 'sourceIp' | 'userAgent' | 'isConsole' | 'allowed' | 'until'>;

/** The access keys of one account. */
export interface Keys {
  readonly root: (traits?: KeyTraits) => Key;
  readonly user: (userName: string, traits?: KeyTraits) => Key;
  /** A session of a role; `role` is recorded as spelled here. */
  readonly session: (role: string, session: string, traits?: KeyTraits) => Key;
  /** Another key of the same identity. */
  readonly again: (key: Key, traits: KeyTraits) => Key;
  readonly find: (accessKeyId: string) => Key | undefined;
  readonly revoke: (key: Key) => void;
}

/** The registry of one account's keys. The same identity keeps its principal id, whatever number of keys it gets. */
export function createKeys(accountId: string): Keys {
  const keys = new Map<string, Key>();
  const issue = (caller: Omit<Caller, 'accountId' | 'accessKeyId'>, traits: KeyTraits): Key => {
    const isSession = caller.type === 'assumed-role';
    const accessKeyId = `${isSession ? 'STS.' : 'LTAI5t'}${randomBytes(9).toString('hex')}`;
    const key: Key = {
      accessKeyId,
      accessKeySecret: randomBytes(15).toString('hex'),
      ...(isSession ? { securityToken: `CAIS${randomBytes(48).toString('base64url')}` } : {}),
      caller: { ...caller, accountId, accessKeyId },
      ...traits,
    };
    keys.set(accessKeyId, key);
    return key;
  };
  return {
    root: (traits = {}) => issue({ type: 'root-account', userName: 'root', principalId: accountId }, traits),
    user: (userName, traits = {}) =>
      issue({ type: 'ram-user', userName, principalId: principalIdOf('2', userName) }, traits),
    session: (role, session, traits = {}) =>
      issue(
        {
          type: 'assumed-role',
          userName: `${role}:${session}`,
          principalId: `${principalIdOf('3', role.toLowerCase())}:${session}`,
        },
        traits,
      ),
    again: ({ caller }, traits) => issue(caller, traits),
    find: (accessKeyId) => keys.get(accessKeyId),
    revoke: (key) => void keys.delete(key.accessKeyId),
  };
}

/** Eighteen digits that depend on the name alone: RAM ids exceed what a JavaScript number keeps. */
export function principalIdOf(first: string, name: string): string {
  let hash = 7n;
  for (const char of name) hash = (hash * 1_000_003n + BigInt(char.codePointAt(0) ?? 0)) % 10n ** 17n;
  return `${first}${hash.toString().padStart(17, '0')}`;
}
