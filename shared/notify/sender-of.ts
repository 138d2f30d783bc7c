import type { ChannelSettings } from '../config/channels.ts';
import type { Channel, View } from './channel.ts';
import { toDingTalk } from './dingtalk/message.ts';
import { sendToDingTalk } from './dingtalk/send.ts';
import { toEmail } from './email/message.ts';
import { sendEmail } from './email/send.ts';

/**
 * How one channel sends. What the environment variables can set up is here at once; the others are loaded with their first
 * message.
 */
export function senderOf(settings: ChannelSettings, view: View, now: () => Date): Channel['send'] {
  switch (settings.type) {
    case 'dingtalk':
      return (telling) => {
        const { keyword } = settings;
        return sendToDingTalk(settings, toDingTalk(telling, { ...view, keyword }), now());
      };
    case 'email':
      return (telling) => {
        const { smtpUrl, from, to, id: channel } = settings;
        return sendEmail(smtpUrl, toEmail(telling, { ...view, from, to, channel }));
      };
    case 'feishu':
      return async (telling) => {
        const [{ toFeishu }, { sendToFeishu }] = await Promise.all([
          import('./feishu/message.ts'),
          import('./feishu/send.ts'),
        ]);
        return sendToFeishu(settings, toFeishu(telling, { ...view, keyword: settings.keyword }), now());
      };
    case 'wecom':
      return async (telling) => {
        const [{ toWeCom }, { sendToWeCom }] = await Promise.all([
          import('./wecom/message.ts'),
          import('./wecom/send.ts'),
        ]);
        return sendToWeCom(settings, toWeCom(telling, view));
      };
    case 'slack':
      return async (telling) => {
        const [{ toSlack }, { sendToSlack }] = await Promise.all([
          import('./slack/message.ts'),
          import('./slack/send.ts'),
        ]);
        return sendToSlack(settings, toSlack(telling, view));
      };
    case 'webhook':
      return async (telling) => {
        const [{ toWebhook }, { sendToWebhook }] = await Promise.all([
          import('./webhook/message.ts'),
          import('./webhook/send.ts'),
        ]);
        return sendToWebhook(settings, toWebhook(telling, view), now());
      };
  }
}
