import type { Change, Json } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../model/rule.ts';
import type { Language } from '../../model/text.ts';
import { inMarkdown, plain } from '../escape.ts';
import { SEVERITY_WORDS, STANDING_WORDS, WORDS } from '../words.ts';

/** How a message is to be written. */
export interface View {
  readonly language: Language;
  /** IANA name: both times are told in it. */
  readonly timeZone: string;
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

const LONGEST_COMMAND = 2_000;

/** The message as the robot wants it. Pure: what a person will read is settled here. */
export function toDingTalk(
  finding: Finding,
  rule: Pick<Rule, 'title' | 'impact' | 'recovery'>,
  view: View,
): DingTalkMessage {
  // Lists and commands give way first, then everything: a message is shortened, never dropped.
  for (const most of [8, 4, 2, 1]) {
    const message = write(finding, rule, view, most);
    if (Buffer.byteLength(JSON.stringify(message)) <= MOST_BYTES) return message;
  }
  return write({ ...finding, comparisons: [], restore: { possible: 'unknown' } }, rule, view, 1);
}

function write(
  finding: Finding,
  { title, impact, recovery }: Pick<Rule, 'title' | 'impact' | 'recovery'>,
  { language, timeZone, keyword }: View,
  most: number,
): DingTalkMessage {
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const time = (at: Date) => at.toLocaleString('sv-SE', { timeZone, timeZoneName: 'longOffset' }).replace('GMT', 'UTC');
  const cut = (lines: readonly string[]) =>
    lines.length <= most
      ? lines
      : [...lines.slice(0, most), `- ${word('more').replace('{count}', String(lines.length - most))}`];
  const { cluster, actor, srcEndpoint, resources, restore } = finding;
  const head = `[${keyword}] ${SEVERITY_WORDS[finding.severity][language]}: ${title[language]}`;
  const from = [srcEndpoint.address, srcEndpoint.userAgent]
    .filter((part) => part !== undefined)
    .map((part) => inMarkdown(part));
  const changes = finding.comparisons.flatMap((one) =>
    one.changes.map((change) => changed(change, word('none'), word('expected'))),
  );
  // A command is shown whole or not at all: half of one, run at night, is worse than none.
  const whole = (line: string) => plain(line, LONGEST_COMMAND) === line;
  const commands = restore.possible === true ? restore.commands.filter(whole).slice(0, most) : [];
  const hidden = restore.possible === true ? restore.commands.length - commands.length : 0;
  const text = [
    `### ${head}`,
    ...(finding.outcome === 'failure' ? [`**${word('refused')}** ${inMarkdown(finding.errorCode ?? '')}`] : []),
    `**${word('cluster')}** ${inMarkdown(cluster.name)} (${inMarkdown(cluster.id)})`,
    `**${word('operation')}** ${inMarkdown(finding.operation)}`,
    `**${word('actor')}** ${inMarkdown(actor.name)} (${inMarkdown(actor.type)}, ${STANDING_WORDS[actor.standing][language]})`,
    ...(from.length > 0 ? [`**${word('from')}** ${from.join(', ')}`] : []),
    `**${word('happened')}** ${time(finding.eventTime)}`,
    `**${word('received')}** ${time(finding.receivedAt)}`,
    [`**${word('resources')}**`, ...cut(resources.map(({ id, role }) => `- ${inMarkdown(id)} (${role})`))].join('\n'),
    changes.length > 0 ? [`**${word('changes')}**`, ...cut(changes)].join('\n') : word('changesUnknown'),
    `**${word('impact')}** ${impact[language]}`,
    [`**${word('recovery')}**`, ...recovery.map((step, index) => `${index + 1}. ${step[language]}`)].join('\n'),
    // Indented, not fenced: a name full of backticks cannot end it.
    ...(commands.length > 0 ? [`**${word('restore')}**`, commands.map((line) => `    ${line}`).join('\n')] : []),
    ...(hidden > 0 ? [`${word('restore')}: ${word('more').replace('{count}', String(hidden))}`] : []),
    ...(restore.possible === false ? [`**${word('irrecoverable')}**`] : []),
    ...finding.notes.slice(0, most).map((note) => inMarkdown(note)),
    `${word('rows')} ${finding.rows.join(' ')} · ${word('rule')} ${finding.rule} · ${word('finding')} ${finding.id}`,
  ].join('\n\n');
  return { msgtype: 'markdown', markdown: { title: plain(`${head} (${cluster.name})`, 120), text } };
}

function changed({ path, before, after, expected }: Change, none: string, expectedWord: string): string {
  const shown = (value: Json | undefined) =>
    value === undefined || value === null
      ? none
      : inMarkdown(typeof value === 'string' ? value : JSON.stringify(value));
  const wanted = expected === undefined ? '' : ` (${expectedWord}: ${shown(expected)})`;
  return `- ${inMarkdown(path)}: ${shown(before)} → ${shown(after)}${wanted}`;
}
