import type { Telling, View } from '../channel.ts';
import { chatTextOf, type Dress } from '../chat.ts';
import { inMarkdown, plain } from '../escape.ts';
import { fitted, tiers } from '../fit.ts';
import { written } from '../phrase.ts';

/** How a robot is written to. */
export interface DingTalkView extends View {
  /** A robot with keyword security takes only messages that contain it. */
  readonly keyword: string;
}

/** What the robot takes. */
export interface DingTalkMessage {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly title: string; readonly text: string };
  readonly at?: { readonly atMobiles: readonly string[]; readonly atUserIds: readonly string[] };
}

/** The robot refuses a body of more than 20,000 bytes; what escaping in JSON adds is counted. */
const MOST_BYTES = 19_500;

const DRESS: Dress = {
  escape: inMarkdown,
  heading: (text) => `### ${text}`,
  bold: (text) => `**${text}**`,
  banner: (text) => `> ${text}`,
  // Indented, not fenced: a name full of backticks cannot end it.
  command: (line) => `    ${line}`,
  link: (label, url) => `[${label}](${url})`,
  gap: '\n\n',
};

/** The message as the robot wants it. Pure: a message is shortened until it fits, never dropped. */
export function toDingTalk(telling: Telling, { keyword, ...view }: DingTalkView): DingTalkMessage {
  const { mentions } = telling;
  // Whoever is to be called stands in the text as well, else the group sees no name.
  const calls = [...(mentions?.phones ?? []), ...(mentions?.users ?? [])].map((who) => `@${who}`).join(' ');
  return fitted(telling, view, {
    limits: tiers(2_000),
    dress: (content): DingTalkMessage => ({
      msgtype: 'markdown',
      markdown: {
        title: plain(`[${keyword}] ${written(content.summary, (name) => name.replaceAll('@', ''))}`, 120),
        text: chatTextOf(content, DRESS, { tag: keyword, calls }),
      },
      ...(mentions ? { at: { atMobiles: mentions.phones, atUserIds: mentions.users } } : {}),
    }),
    isSmallEnough: (message) => Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES,
  });
}
