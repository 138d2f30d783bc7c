import type { Severity } from '../../model/severity.ts';
import type { Telling, View } from '../channel.ts';
import { chatTextOf, type Dress } from '../chat.ts';
import { plain, unlinked } from '../escape.ts';
import { fitted, tiers } from '../fit.ts';
import { written } from '../phrase.ts';

/** How a robot of Feishu is written to. */
export interface FeishuView extends View {
  /** A robot with keyword security takes only messages that contain it. */
  readonly keyword: string;
}

/** What the robot takes: a card with a coloured head and one text. */
export interface FeishuMessage {
  readonly msg_type: 'interactive';
  readonly card: {
    readonly config: { readonly wide_screen_mode: true };
    readonly header: {
      readonly title: { readonly tag: 'plain_text'; readonly content: string };
      readonly template: string;
    };
    readonly elements: readonly { readonly tag: 'markdown'; readonly content: string }[];
  };
}

/** The robot refuses a body of more than 20 KB; the signature comes on top. */
const MOST_BYTES = 19_000;

const COLOURS: Readonly<Record<Severity, string>> = {
  critical: 'red',
  high: 'orange',
  medium: 'yellow',
  low: 'blue',
  informational: 'grey',
};

/** A card takes entities for what would format or link; quotes and hyphens stay as they are. */
const MARKS = /[&<>*_~`[\]()#!|]/gu;

const DRESS: Dress = {
  escape: (text) => unlinked(plain(text, Infinity).replace(MARKS, (mark) => `&#${mark.codePointAt(0)};`)),
  heading: (text) => `**${text}**`,
  bold: (text) => `**${text}**`,
  banner: (text) => `❗ ${text}`,
  command: (line) => (line.includes('`') ? DRESS.escape(line) : `\`\`\`\n${line}\n\`\`\``),
  link: (label, url) => `[${label}](${url})`,
  gap: '\n',
};

/** The message as the robot wants it. Pure: a message is shortened until it fits, never dropped. */
export function toFeishu(telling: Telling, { keyword, ...view }: FeishuView): FeishuMessage {
  // A robot calls people by their id; it knows no phone numbers.
  const calls = (telling.mentions?.users ?? []).map((user) => `<at id=${user.replace(/[^\w-]/gu, '')}></at>`).join(' ');
  return fitted(telling, view, {
    limits: tiers(2_000),
    dress: (content): FeishuMessage => ({
      msg_type: 'interactive',
      card: {
        config: { wide_screen_mode: true },
        header: {
          title: { tag: 'plain_text', content: plain(`[${keyword}] ${written(content.summary, (name) => name)}`, 120) },
          template: COLOURS[content.severity],
        },
        elements: [{ tag: 'markdown', content: chatTextOf(content, DRESS, { tag: keyword, calls }) }],
      },
    }),
    isSmallEnough: (message) => Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES,
  });
}
