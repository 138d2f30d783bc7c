import type { Severity } from './severity.ts';

/** What there is to say: the deed itself, that it was undone, or that another channel takes no messages. */
export type News = 'alert' | 'resolved' | 'channel-closed' | 'heartbeat';

/** One finding to be told over one channel, in the outbox. */
export interface Notification {
  /** Derived from finding, channel and news: inserting it twice keeps one. */
  readonly id: string;
  readonly findingId: string;
  readonly accountId: string;
  readonly region: string;
  /** The channel's id: one robot or one mailbox. */
  readonly channel: string;
  readonly news: News;
  readonly severity: Severity;
  /** Names the story that an alert belongs to: cluster, rule and actor. */
  readonly story: string;
  /** `kind id` of each resource: one that is new to the story may be told at once. */
  readonly resources: readonly string[];
  /** Something was taken away: each resource that it names deserves a message of its own. */
  readonly isDestructive: boolean;
  /** Quiet hours: not to be told earlier, unless together with others that are. */
  readonly notBefore?: Date;
  /** The channel that should have told it and could not. */
  readonly insteadOf?: string;
}

/** What became of one attempt to deliver. Times are the database's, so no clock is handed in. */
export type Delivery =
  | {
      readonly state: 'pending';
      readonly retryInMs: number;
      readonly why: string;
      /** Nobody answered: it may have arrived all the same, so the next attempt may be a repeat. */
      readonly unanswered?: boolean;
    }
  | { readonly state: 'delivered' }
  | { readonly state: 'abandoned'; readonly why: string };
