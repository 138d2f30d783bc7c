import type { Actor } from '../../model/actor.ts';
import { optional, textAt, type Loose } from './loose.ts';

/** Reads `userIdentity`. A role's `userName` is `role:session`; the first colon parts them (`/` in the token's spelling). */
export function actorOf(identity: Loose): Actor {
  const type = textAt(identity, 'type') ?? 'unknown';
  const userName = textAt(identity, 'userName') ?? textAt(identity, 'principalId') ?? 'unknown';
  const cut = type === 'assumed-role' ? userName.search(/[:/]/u) : -1;
  return {
    type,
    name: cut < 0 ? userName : userName.slice(0, cut),
    ...optional('session', cut < 0 ? undefined : userName.slice(cut + 1)),
    ...optional('principalId', textAt(identity, 'principalId')),
    ...optional('accessKeyId', textAt(identity, 'accessKeyId')),
    ...optional('accountId', textAt(identity, 'accountId')),
  };
}
