import type { ChannelSettings } from '../config/channels.ts';
import type { Config } from '../config.ts';
import type { Channel, View } from './channel.ts';
import { senderOf } from './sender-of.ts';
import type { Routing } from './route.ts';

/** What the channels read of the configuration. */
type Settings = Pick<Config, 'channels' | 'language' | 'timeZone' | 'reviewUrl'>;

/**
 * What each kind of channel takes, unless the configuration says otherwise: posts in any minute, and findings named in one
 * message. People read no more than a robot of DingTalk takes, whatever the others would.
 */
const TAKES: Readonly<Record<ChannelSettings['type'], Pick<Channel, 'perMinute' | 'capacity'>>> = {
  dingtalk: { perMinute: 18, capacity: 300 }, // 20, and 20,000 bytes
  feishu: { perMinute: 18, capacity: 300 }, // 100, and 20,000 bytes
  wecom: { perMinute: 18, capacity: 100 }, // 20, and 4,096 bytes
  slack: { perMinute: 18, capacity: 300 },
  email: { perMinute: 18, capacity: 1_000 },
  webhook: { perMinute: 240, capacity: 100 },
};

/** Every channel that is configured. Nothing is connected or loaded before the first message. */
export function openChannels(settings: Settings, now: () => Date = () => new Date()): readonly Channel[] {
  const { language, timeZone, reviewUrl } = settings;
  const view: View = { language, timeZone, reviewUrl };
  return settings.channels.map((channel): Channel => {
    const { id, type, next, perMinute = TAKES[type].perMinute, passOnAfterMinutes } = channel;
    return {
      id,
      perMinute,
      capacity: TAKES[type].capacity,
      passOnAfterMs: passOnAfterMinutes * 60_000,
      ...(next === undefined ? {} : { next }),
      send: senderOf(channel, view, now),
    };
  });
}

/** Who hears of what, as configured. */
export function routingOf(
  { routes, environments }: Pick<Config, 'routes' | 'environments'>,
  channels: Routing['channels'],
): Routing {
  return { channels, routes, environments };
}
