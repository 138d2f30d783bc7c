import type { Mentions, Telling, View } from '../channel.ts';
import type { Content } from '../content.ts';
import { inMarkdown, plain } from '../escape.ts';
import { fitted, tiers } from '../fit.ts';
import { written } from '../phrase.ts';
import type { Section } from '../sections.ts';

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

/** The message as the robot wants it. Pure: a message is shortened until it fits, never dropped. */
export function toDingTalk(telling: Telling, view: DingTalkView): DingTalkMessage {
  return fitted(telling, view, {
    limits: tiers(2_000),
    dress: (content) => dressed(content, view.keyword, telling.mentions),
    isSmallEnough: (message) => Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES,
  });
}

function dressed(content: Content, keyword: string, mentions: Mentions | undefined): DingTalkMessage {
  const text = [
    `### [${keyword}] ${content.headline}`,
    ...content.banners.map((banner) => `> ${written(banner, inMarkdown)}`),
    ...content.sections.map(paragraph),
    ...(content.link ? [`[${content.link.label}](${content.link.url})`] : []),
    content.references,
    // Whoever is to be called stands in the text as well, else the group sees no name.
    ...(mentions ? [[...mentions.phones, ...mentions.users].map((who) => `@${who}`).join(' ')] : []),
  ].join('\n\n');
  const title = `[${keyword}] ${written(content.summary, (name) => name.replaceAll('@', ''))}`;
  return {
    msgtype: 'markdown',
    markdown: { title: plain(title, 120), text },
    ...(mentions ? { at: { atMobiles: mentions.phones, atUserIds: mentions.users } } : {}),
  };
}

function paragraph(section: Section): string {
  const label = `**${section.label}**`;
  // Indented, not fenced: a name full of backticks cannot end it.
  if (section.as === 'commands') return [label, section.commands.map((line) => `    ${line}`).join('\n')].join('\n\n');
  const [only, ...others] = section.lines.map((line) => written(line, inMarkdown));
  if (section.as !== 'steps' && others.length === 0) return `${label} ${only}`;
  const lines = [only, ...others].map((line, index) =>
    section.as === 'steps' ? `${index + 1}. ${line}` : `- ${line}`,
  );
  return [label, ...lines].join('\n');
}
