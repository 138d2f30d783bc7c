import type { Finding } from '../model/finding.ts';
import type { Delivery, Notification } from '../model/notification.ts';
import type { Severity } from '../model/severity.ts';
import type { Story } from '../model/story.ts';

/** What a message is about: one event, what joined a story since, many stories at once, an end, a channel that fails. */
export type Kind = 'alert' | 'update' | 'digest' | 'resolved' | 'channel-closed' | 'heartbeat';

/** Notifications of one channel that are due and told together if nothing speaks against it. */
export interface Waiting {
  readonly kind: Kind;
  /** The worst of them. */
  readonly severity: Severity;
  /** Worst first, then oldest. */
  readonly ids: readonly string[];
  readonly mayBeRepeat: boolean;
  /** Since when the oldest is due, by the database's clock. */
  readonly waitedMs: number;
}

/** How many posts one channel was given in the last minute; answered or not, they count. */
export interface Spent {
  readonly critical: number;
  readonly other: number;
}

/** What goes into the next message. */
export interface Choice {
  readonly kind: Kind;
  readonly ids: readonly string[];
}

/** One message that is one sender's to send. */
export interface Message {
  /** The same for the same notifications, whoever sends it and however often. */
  readonly id: string;
  readonly channel: string;
  readonly kind: Kind;
  /** What it delivers. */
  readonly notificationIds: readonly string[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** `kind id` of the resources that are new to their story. */
  readonly fresh: readonly string[];
  /** The story of an update. */
  readonly story?: Pick<Story, 'openedBy' | 'openedAt' | 'findings'>;
  /** The channel that should have told it and could not. */
  readonly insteadOf?: string;
  /** Of a channel that takes no messages: why and until when, and how many notifications wait for it. */
  readonly closed?: { readonly until: Date; readonly why: string; readonly waiting: number };
  /** Attempts before this one. */
  readonly attempts: number;
  /** A sender died, or heard no answer: an earlier copy may have arrived. */
  readonly mayBeRepeat: boolean;
  /** Since when its oldest notification exists, by the database's clock. */
  readonly ageMs: number;
}

/** What is to be told, and who tells it now. Every method may throw StoreError. */
export interface Outbox {
  /** Adds what is to be told besides what events gave. */
  readonly announce: (notifications: readonly Notification[]) => Promise<void>;
  /**
   * Hands out the next message over a channel and counts it as posted, or undefined: nothing is due, the channel is
   * closed, or `choose` lets it wait. One call at a time decides for one channel, however many instances there are.
   */
  readonly take: (asked: {
    channel: string;
    /** How long the message is this sender's alone. */
    leaseMs: number;
    /** Whether anything may be posted now: where not, what waits is not even read, however much it is. */
    hasRoom?: (spent: Spent) => boolean;
    choose: (waiting: readonly Waiting[], spent: Spent) => Choice | undefined;
  }) => Promise<Message | undefined>;
  /**
   * What is delivered or abandoned stays so: a late failure of another sender changes nothing. Nor does one of a sender
   * whose lease ran out: the message is another one's by then, as its attempts tell.
   */
  readonly settle: (message: Pick<Message, 'id' | 'channel' | 'attempts'>, delivery: Delivery) => Promise<void>;
  /** Nothing goes over the channel for so long; false when somebody was told so within the last hours. */
  readonly closeChannel: (channel: string, forMs: number, why: string) => Promise<boolean>;
  /** Lets another channel tell what waits for one, unless it was told there anyway. Returns how many. */
  readonly passOn: (asked: {
    from: string;
    to: string;
    /** Only what is due for so long. */
    overdueMs: number;
    /** Only what is critical. */
    onlyCritical: boolean;
    /** Only if the channel takes nothing for some time yet. */
    onlyWhileClosed: boolean;
  }) => Promise<number>;
  /** Abandons what waits for channels that are not among these; returns how many for each. */
  readonly abandonOthers: (channels: readonly string[], why: string) => Promise<ReadonlyMap<string, number>>;
}
