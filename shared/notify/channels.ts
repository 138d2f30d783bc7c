import type { Config } from '../config.ts';
import type { Channel } from './channel.ts';
import { toDingTalk } from './dingtalk/message.ts';
import { sendToDingTalk } from './dingtalk/send.ts';
import { toEmail } from './email/message.ts';
import { sendEmail } from './email/send.ts';

/** What the channels read of the configuration. */
type Settings = Pick<Config, 'dingtalk' | 'email' | 'language' | 'timeZone' | 'reviewUrl'>;

/** Every channel that is configured. Nothing is connected or loaded before the first message. */
export function openChannels(config: Settings, now: () => Date = () => new Date()): readonly Channel[] {
  return [dingtalk(config, now), email(config)].filter((channel) => channel !== undefined);
}

function dingtalk({ dingtalk: robot, ...view }: Settings, now: () => Date): Channel | undefined {
  if (robot === undefined) return undefined;
  return {
    id: 'dingtalk',
    send: (told) => sendToDingTalk(robot, toDingTalk(told, { ...view, keyword: robot.keyword }), now()),
  };
}

function email({ email: mailbox, ...view }: Settings): Channel | undefined {
  if (mailbox === undefined) return undefined;
  const { smtpUrl, from, to } = mailbox;
  return {
    id: 'email',
    send: (told) => sendEmail(smtpUrl, toEmail(told, { ...view, from, to, channel: 'email' })),
  };
}
