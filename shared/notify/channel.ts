import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';
import type { Story } from '../model/story.ts';
import type { Language } from '../model/text.ts';

/** One finding with what its rule says. */
export interface Member {
  readonly finding: Finding;
  /** With the rule's own severity, a call that is less than its title says can be told as such. */
  readonly rule: Pick<Rule, 'title' | 'impact' | 'recovery'> & Partial<Pick<Rule, 'severity'>>;
}

/** Who is called by name, as far as a channel can. */
export interface Mentions {
  readonly phones: readonly string[];
  readonly users: readonly string[];
}

/** What every message may have. */
interface Circumstances {
  /** A sender died, or heard no answer: the message says that it may be a repeat. */
  readonly mayBeRepeat: boolean;
  /** The channel refused the full message: only what names the findings. */
  readonly short?: boolean;
  /** The channel that should have told it, and until when it takes nothing. */
  readonly insteadOf?: { readonly channel: string; readonly until?: Date };
  /** As the route says; else the channel's. */
  readonly language?: Language;
  readonly mentions?: Mentions;
}

/** One event: its finding, and those on other clusters. */
export interface Told extends Member, Circumstances {
  readonly kind: 'alert' | 'resolved';
  readonly others: readonly Member[];
}

/** What joined a story since it was told last, or everything that there was no room for. Worst first. */
export interface Summary extends Circumstances {
  readonly kind: 'update' | 'digest';
  readonly id: string;
  readonly members: readonly [Member, ...Member[]];
  /** `kind id` of the resources that are new to their story. */
  readonly fresh: readonly string[];
  readonly story?: Pick<Story, 'openedBy' | 'openedAt' | 'findings'>;
}

/** Another channel takes no messages. */
export interface Closing extends Circumstances {
  readonly kind: 'channel-closed';
  readonly id: string;
  readonly channel: string;
  readonly until: Date;
  readonly why: string;
  readonly waiting: number;
  /** The finding that met it. */
  readonly finding: Finding;
}

/** ackwatch is alive: what the last day brought. */
export interface Beat extends Circumstances {
  readonly kind: 'heartbeat';
  readonly finding: Finding;
}

/** Everything that a channel can be asked to tell. */
export type Telling = Told | Summary | Closing | Beat;

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
  /** Posts in any minute. */
  readonly perMinute: number;
  /** The most findings that one message can name. */
  readonly capacity: number;
  /** Tells what this one could not. */
  readonly next?: string;
  /** After so long what was not delivered goes to the next one. */
  readonly passOnAfterMs: number;
  /** Sends once, without retry, within 3 s. Throws ChannelError. */
  readonly send: (telling: Telling) => Promise<Shortfall | void>;
}
