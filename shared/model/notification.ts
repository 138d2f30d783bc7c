/** One message for one recipient over one channel, in the outbox. */
export interface Notification {
  /** Derived from finding and channel: inserting it twice keeps one. */
  readonly id: string;
  readonly findingId: string;
  readonly accountId: string;
  readonly region: string;
  /** The channel's id: one robot or one mailbox. */
  readonly channel: string;
}

/** What became of one attempt to deliver. Times are the database's, so no clock is handed in. */
export type Delivery =
  | { readonly state: 'pending'; readonly retryInMs: number; readonly why: string }
  | { readonly state: 'delivered' }
  | { readonly state: 'abandoned'; readonly why: string };
