import type { ChannelSettings } from '../../../shared/config/channels.ts';
import { openChannels } from '../../../shared/notify/channels.ts';
import type { Routing } from '../../../shared/notify/route.ts';

/** The settings of one robot; name only what the test is about. */
export function aRobotAt(
  webhook: string,
  about: Partial<ChannelSettings & { type: 'dingtalk' }> = {},
): ChannelSettings {
  return { id: 'dingtalk', type: 'dingtalk', webhook, keyword: 'ackwatch', passOnAfterMinutes: 5, ...about };
}

/** The settings of one mailbox. */
export function aMailboxAt(port: number, about: Partial<ChannelSettings & { type: 'email' }> = {}): ChannelSettings {
  const addresses = { from: 'alerts@example.com', to: ['ops@example.com'] };
  return {
    id: 'email',
    type: 'email',
    smtpUrl: `smtp://127.0.0.1:${port}`,
    passOnAfterMinutes: 5,
    ...addresses,
    ...about,
  };
}

/** Channels of these settings, and everything goes to all of them. */
export function opened(channels: readonly ChannelSettings[], about: Partial<Routing> = {}) {
  const open = openChannels({ channels, language: 'en', timeZone: 'Asia/Shanghai', reviewUrl: undefined });
  const to = open.map(({ id }) => id);
  const routing: Routing = { channels: open, routes: [{ when: {}, to }], environments: {}, ...about };
  return { channels: open, routing };
}
