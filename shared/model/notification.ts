/** Over which sort of channel. */
export type ChannelKind = 'dingtalk' | 'email';

/** One message for one recipient over one channel, in the outbox. */
export interface Notification {
  /** Derived from finding and channel: inserting it twice keeps one. */
  readonly id: string;
  readonly findingId: string;
  readonly accountId: string;
  readonly region: string;
  readonly channel: ChannelKind;
}

/** What became of a notification. */
export type Delivery =
  | { readonly state: 'pending'; readonly attempts: number; readonly nextAttempt: Date }
  | { readonly state: 'delivered'; readonly at: Date }
  | { readonly state: 'abandoned'; readonly at: Date; readonly why: string };
