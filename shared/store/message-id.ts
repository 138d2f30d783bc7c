import { createHash } from 'node:crypto';

/** Names a message by what it tells: the same notifications, in whatever order, are the same message. */
export function messageId(notificationIds: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(notificationIds.toSorted())).digest('hex').slice(0, 24);
}
