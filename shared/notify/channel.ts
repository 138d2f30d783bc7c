import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Language } from '../model/text.ts';

/** What a message says besides the finding itself. */
export interface Told {
  readonly finding: Finding;
  /** With the rule's own severity, a call that is less than its title says can be told as such. */
  readonly rule: Pick<Rule, 'title' | 'impact' | 'recovery'> & Partial<Pick<Rule, 'severity'>>;
  /** The sender died between answer and mark: the message says that it may be a repeat. */
  readonly mayBeRepeat: boolean;
  /** The channel refused the full message: only what names the finding. */
  readonly short?: boolean;
}

/** How every channel writes: language, time zone, and where links lead. */
export interface View {
  readonly language: Language;
  /** IANA name: both times are told in it. */
  readonly timeZone: string;
  /** Base address of the review page; without it a message has no link. */
  readonly reviewUrl: string | undefined;
}

/** A message that was taken, but did not reach everybody. */
export interface Shortfall {
  /** Without secrets: `1 of 3 recipients refused`. */
  readonly shortfall: string;
}

/** One robot or one mailbox. */
export interface Channel {
  /** Names it in the outbox and in logs: `dingtalk`, `email`. */
  readonly id: string;
  /** Sends once, without retry, within 3 s. Throws ChannelError. */
  readonly send: (told: Told) => Promise<Shortfall | void>;
}
