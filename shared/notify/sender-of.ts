import type { ChannelSettings } from '../config/channels.ts';
import type { Channel, View } from './channel.ts';
import { toDingTalk } from './dingtalk/message.ts';
import { sendToDingTalk } from './dingtalk/send.ts';
import { toEmail } from './email/message.ts';
import { sendEmail } from './email/send.ts';

/** How one channel sends. What the environment variables can set up is here; the others are loaded with their first message. */
export function senderOf(settings: ChannelSettings, view: View, now: () => Date): Channel['send'] {
  switch (settings.type) {
    case 'dingtalk':
      return (telling) => sendToDingTalk(settings, toDingTalk(telling, { ...view, keyword: settings.keyword }), now());
    case 'email': {
      const { smtpUrl, from, to, id: channel } = settings;
      return (telling) => sendEmail(smtpUrl, toEmail(telling, { ...view, from, to, channel }));
    }
    case 'feishu':
    case 'wecom':
    case 'slack':
    case 'webhook':
      throw new Error('not yet');
  }
}
