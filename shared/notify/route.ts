import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import type { Notification } from '../model/notification.ts';
import type { Channel } from './channel.ts';

/** Which notifications a recorded finding gives: one for each channel, if it is an alert. */
export function notificationsFor(
  finding: Pick<Finding, 'id' | 'accountId' | 'region' | 'isAlert'>,
  channels: readonly Pick<Channel, 'id'>[],
): readonly Notification[] {
  if (!finding.isAlert) return [];
  const { id: findingId, accountId, region } = finding;
  return channels.map(({ id: channel }) => ({
    id: notificationId(findingId, channel),
    findingId,
    accountId,
    region,
    channel,
  }));
}

/** The same finding and channel always give the same id: recording them twice keeps one. */
function notificationId(findingId: string, channel: string): string {
  return createHash('sha256')
    .update(JSON.stringify([findingId, channel]))
    .digest('hex')
    .slice(0, 24);
}
