import type { Telling, View } from '../channel.ts';
import { chatTextOf, type Dress } from '../chat.ts';
import { plain, unlinked } from '../escape.ts';
import { fitted, tiers } from '../fit.ts';

/** What the incoming webhook takes. */
export interface SlackMessage {
  readonly text: string;
  readonly mrkdwn: true;
  readonly unfurl_links: false;
}

/** Slack cuts a text after 40,000 characters; long before, nobody reads on. */
const MOST_LETTERS = 20_000;

const DRESS: Dress = {
  escape: (text) => unlinked(inSlack(plain(text, Infinity)).replace(/[*~`]/gu, (mark) => `\u200B${mark}\u200B`)),
  heading: (text) => `*${text}*`,
  bold: (text) => `*${text}*`,
  banner: (text) => `> ${text}`,
  command: (line) => (line.includes('`') ? inSlack(line) : `\`\`\`${inSlack(line)}\`\`\``),
  link: (label, url) => `<${url}|${label}>`,
  gap: '\n',
};

/** The message as the webhook wants it. Pure: a message is shortened until it fits, never dropped. */
export function toSlack(telling: Telling, view: View): SlackMessage {
  // People are called by their member id; a webhook knows no phone numbers.
  const calls = (telling.mentions?.users ?? []).map((user) => `<@${user.replace(/\W/gu, '')}>`).join(' ');
  return fitted(telling, view, {
    limits: tiers(2_000),
    dress: (content): SlackMessage => ({
      text: chatTextOf(content, DRESS, { calls }),
      mrkdwn: true,
      unfurl_links: false,
    }),
    isSmallEnough: ({ text }) => text.length <= MOST_LETTERS,
  });
}

function inSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
