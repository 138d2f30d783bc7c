import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Marks a personal token, so that a scanner for leaked secrets recognises it. */
const PREFIX = 'ackw_';

/** A secret of 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A personal token and the short id under which it is listed and revoked. */
export function newToken(): { readonly id: string; readonly token: string } {
  return { id: randomBytes(4).toString('hex'), token: `${PREFIX}${newSecret()}` };
}

/** What is stored of a secret. The secrets are long and random, so nothing slower is needed. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What a form must carry to have come from a page of whoever holds the secret. */
export function formKeyOf(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
