import type { Told, View } from '../channel.ts';
import { type Content, toContent } from '../content.ts';
import { inMarkdown, plain } from '../escape.ts';
import { written } from '../phrase.ts';
import type { Limits, Section } from '../sections.ts';

/** How a robot is written to. */
export interface DingTalkView extends View {
  /** A robot with keyword security takes only messages that contain it. */
  readonly keyword: string;
}

/** What the robot takes. */
export interface DingTalkMessage {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly title: string; readonly text: string };
}

/** The robot refuses a body of more than 20,000 bytes; what escaping in JSON adds is counted. */
const MOST_BYTES = 19_500;

const COMMAND_LENGTH = 2_000;

/** Lists give way first, commands last: what puts things right is worth the most. */
const LIMITS: readonly Limits[] = [
  { lines: 8, commands: 8, commandLength: COMMAND_LENGTH },
  { lines: 4, commands: 8, commandLength: COMMAND_LENGTH },
  { lines: 2, commands: 4, commandLength: COMMAND_LENGTH },
  { lines: 1, commands: 2, commandLength: COMMAND_LENGTH },
  { lines: 1, commands: 0, commandLength: COMMAND_LENGTH },
];

/** The message as the robot wants it. Pure: a message is shortened until it fits, never dropped. */
export function toDingTalk(told: Told, view: DingTalkView): DingTalkMessage {
  for (const limits of LIMITS) {
    const message = dressed(toContent(told, view, limits), view.keyword);
    if (Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES) return message;
  }
  return dressed(toContent({ ...told, short: true }, view, { lines: 1, commands: 0, commandLength: 0 }), view.keyword);
}

function dressed(content: Content, keyword: string): DingTalkMessage {
  const text = [
    `### [${keyword}] ${content.headline}`,
    ...content.banners.map((banner) => `> ${written(banner, inMarkdown)}`),
    ...content.sections.map(paragraph),
    ...(content.link ? [`[${content.link.label}](${content.link.url})`] : []),
    content.references,
  ].join('\n\n');
  const title = `[${keyword}] ${written(content.summary, (name) => name.replaceAll('@', ''))}`;
  return {
    msgtype: 'markdown',
    markdown: { title: plain(title, 120), text },
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
