import type { Telling, View } from '../channel.ts';
import { chatTextOf, type Dress } from '../chat.ts';
import { plain, unlinked } from '../escape.ts';
import { fitted, tiers } from '../fit.ts';

/** What the robot takes. */
export interface WeComMessage {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly content: string };
}

/** The robot refuses content of more than 4,096 bytes. */
const MOST_BYTES = 4_000;

/** Its markdown knows no way to escape: marks that would format stand in their full width. */
const WIDE = { '<': '＜', '>': '＞', '[': '［', ']': '］', '*': '＊', '`': '｀', '#': '＃', '@': '＠' } as const;

const DRESS: Dress = {
  escape: (text) =>
    unlinked(plain(text, Infinity).replace(/[<>[\]*`#@]/gu, (mark) => (isMark(mark) ? WIDE[mark] : mark))),
  heading: (text) => `### ${text}`,
  bold: (text) => `**${text}**`,
  banner: (text) => `> ${text}`,
  command: (line) => (line.includes('`') ? `> ${line}` : `\`${line}\``),
  link: (label, url) => `[${label}](${url})`,
  gap: '\n',
};

/** The message as the robot wants it. Pure: a message is shortened until it fits, never dropped. */
export function toWeCom(telling: Telling, view: View): WeComMessage {
  // Markdown calls people by their id; phone numbers work in plain text only.
  const calls = (telling.mentions?.users ?? []).map((user) => `<@${user.replace(/[<>\s]/gu, '')}>`).join(' ');
  return fitted(telling, view, {
    limits: tiers(1_000),
    dress: (content): WeComMessage => ({
      msgtype: 'markdown',
      markdown: { content: chatTextOf(content, DRESS, { calls }) },
    }),
    isSmallEnough: ({ markdown }) => Buffer.byteLength(markdown.content) <= MOST_BYTES,
  });
}

function isMark(mark: string): mark is keyof typeof WIDE {
  return Object.hasOwn(WIDE, mark);
}
