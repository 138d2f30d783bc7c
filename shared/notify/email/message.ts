import type { Telling, View } from '../channel.ts';
import { toContent } from '../to-content.ts';
import { plain } from '../escape.ts';
import { written } from '../phrase.ts';
import type { Limits } from '../sections.ts';
import { toHtml } from './html.ts';
import { toText } from './text.ts';

/** How a mailbox is written to. */
export interface EmailView extends View {
  /** The channel's id: with the finding's it makes the Message-ID, so that a repeat has the same one. */
  readonly channel: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** What the mail server takes. */
export interface EmailMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly priority: 'high' | 'normal';
  readonly headers: Readonly<Record<string, string>>;
}

const LIMITS: Limits = { lines: 40, commands: 40, commandLength: 8_000 };

/** The mail as it is sent, except for its date. Pure. What belongs to a story is a thread in the reader's client. */
export function toEmail(telling: Telling, { from, to, channel, ...view }: EmailView): EmailMessage {
  const content = toContent(telling, view, LIMITS);
  const { severity } = content;
  const idOf = (name: string) => `<${name}.${channel}@ackwatch>`;
  const before = threadOf(telling);
  return {
    from,
    to,
    subject: plain(`[ackwatch] ${written(content.summary, (name) => name)}`),
    text: toText(content),
    html: toHtml(content),
    messageId: idOf(nameOf(telling)),
    priority: severity === 'critical' || severity === 'high' ? 'high' : 'normal',
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: keeps out-of-office answers away
      'X-Auto-Response-Suppress': 'All',
      'X-Ackwatch-Finding': findingsOf(telling).slice(0, 20).join(' '),
      ...(before === undefined ? {} : { 'In-Reply-To': idOf(before), References: idOf(before) }),
    },
  };
}

/** The same for the same message, so that a client knows a repeat when it sees one. */
function nameOf(telling: Telling): string {
  switch (telling.kind) {
    case 'alert':
    case 'heartbeat':
      return telling.finding.id;
    case 'resolved':
      return `${telling.finding.id}.resolved`;
    case 'update':
    case 'digest':
    case 'channel-closed':
      return telling.id;
  }
}

/** The finding whose mail began the thread. */
function threadOf(telling: Telling): string | undefined {
  if (telling.kind === 'resolved') return telling.finding.id;
  return telling.kind === 'update' ? telling.story?.openedBy : undefined;
}

function findingsOf(telling: Telling): readonly string[] {
  switch (telling.kind) {
    case 'alert':
    case 'resolved':
      return [telling, ...telling.others].map(({ finding }) => finding.id);
    case 'update':
    case 'digest':
      return telling.members.map(({ finding }) => finding.id);
    case 'channel-closed':
    case 'heartbeat':
      return [telling.finding.id];
  }
}
