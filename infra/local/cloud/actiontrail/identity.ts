import type { Answer } from '../api.ts';
import type { Key } from '../keys.ts';

/** `userIdentity` of a call signed with this key. Consoles sign without an access key of the person. */
export function userIdentityOf(key: Key, now: Date): Answer {
  const { type, accountId, principalId, userName, accessKeyId } = key.caller;
  const creationDate = `${now.toISOString().slice(0, 19)}Z`;
  return {
    type,
    accountId,
    principalId,
    userName,
    ...(key.isConsole === true ? {} : { accessKeyId }),
    sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate } },
  };
}

/** `userIdentity` of something the cloud did by itself. It names no account. */
export function systemIdentity(host: string): Answer {
  return { type: 'system', userName: host };
}
