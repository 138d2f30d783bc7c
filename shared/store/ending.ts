import { createHash } from 'node:crypto';
import type { Notification } from '../model/notification.ts';

/** What tells those who were alerted that it is over, over the same channel. */
export function endingOf({
  findingId,
  accountId,
  region,
  channel,
  story,
}: Pick<Notification, 'findingId' | 'accountId' | 'region' | 'channel' | 'story'>): Notification {
  const news = 'resolved';
  const id = createHash('sha256')
    .update(JSON.stringify([findingId, channel, news]))
    .digest('hex')
    .slice(0, 24);
  const quiet = { severity: 'informational', resources: [], isDestructive: false } as const;
  return { id, findingId, accountId, region, channel, story, news, ...quiet };
}
