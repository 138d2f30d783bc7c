import type { Config } from '../config.ts';
import type { Channel, View } from './channel.ts';
import { toDingTalk } from './dingtalk/message.ts';
import { sendToDingTalk } from './dingtalk/send.ts';
import { toEmail } from './email/message.ts';
import { sendEmail } from './email/send.ts';

/** What the channels read of the configuration. */
type Settings = Pick<Config, 'dingtalk' | 'email' | 'language' | 'timeZone' | 'reviewUrl'>;

/** Every channel that is configured. Nothing is connected or loaded before the first message. */
export function openChannels(settings: Settings, now: () => Date = () => new Date()): readonly Channel[] {
  const { language, timeZone, reviewUrl } = settings;
  const view: View = { language, timeZone, reviewUrl };
  return [dingtalk(settings.dingtalk, view, now), email(settings.email, view)].filter((one) => one !== undefined);
}

function dingtalk(robot: Config['dingtalk'], view: View, now: () => Date): Channel | undefined {
  if (robot === undefined) return undefined;
  const { keyword } = robot;
  return {
    id: 'dingtalk',
    send: (told) => sendToDingTalk(robot, toDingTalk(told, { ...view, keyword }), now()),
  };
}

function email(mailbox: Config['email'], view: View): Channel | undefined {
  if (mailbox === undefined) return undefined;
  const { smtpUrl, from, to } = mailbox;
  return {
    id: 'email',
    send: (told) => sendEmail(smtpUrl, toEmail(told, { ...view, from, to, channel: 'email' })),
  };
}
