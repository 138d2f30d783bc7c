import type { Actor } from './actor.ts';
import { textAt, type Loose } from './loose.ts';

/** Reads `userIdentity`. A role's `userName` is `role:session`; the first colon parts them (`/` in the token's spelling). */
export function actorOf(identity: Loose): Actor {
  const type = textAt(identity, 'type') ?? 'unknown';
  const principalId = textAt(identity, 'principalId');
  const userName = textAt(identity, 'userName') ?? principalId ?? 'unknown';
  const cut = type === 'assumed-role' ? userName.search(/[:/]/u) : -1;
  const actor: { -readonly [Member in keyof Actor]: Actor[Member] } = {
    type,
    name: cut < 0 ? userName : userName.slice(0, cut),
  };
  const accessKeyId = textAt(identity, 'accessKeyId');
  const accountId = textAt(identity, 'accountId');
  if (cut >= 0) actor.session = userName.slice(cut + 1);
  if (principalId !== undefined) actor.principalId = principalId;
  if (accessKeyId !== undefined) actor.accessKeyId = accessKeyId;
  if (accountId !== undefined) actor.accountId = accountId;
  return actor;
}
