import type { Told, View } from '../channel.ts';
import { toContent } from '../content.ts';
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

/** The mail as it is sent, except for its date. Pure. */
export function toEmail(told: Told, { from, to, channel, ...view }: EmailView): EmailMessage {
  const { id, severity } = told.finding;
  const content = toContent(told, view, LIMITS);
  return {
    from,
    to,
    subject: plain(`[ackwatch] ${written(content.summary, (name) => name)}`),
    text: toText(content),
    html: toHtml(content),
    messageId: `<${id}.${channel}@ackwatch>`,
    priority: severity === 'critical' || severity === 'high' ? 'high' : 'normal',
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: keeps out-of-office answers away
      'X-Auto-Response-Suppress': 'All',
      'X-Ackwatch-Finding': id,
    },
  };
}
