import type { Via } from './event.ts';

/** Why an event led to no finding. */
export type Reason =
  | 'not-risky'
  | 'ack-itself'
  | 'echo'
  | 'not-owned'
  | 'ownership-unknown'
  | 'no-effect'
  | 'restores'
  | 'approved'
  | 'dry-run'
  | 'duplicate'
  | 'suppressed'
  /** Neither store nor RAM could say whether the role is ACK's: held and tried again, never taken as safe. */
  | 'unverified';

/** What became of one event. `not-risky` is returned and logged, never stored. */
export interface Decision {
  readonly accountId: string;
  readonly region: string;
  readonly eventId: string;
  readonly operation: string;
  readonly eventTime: Date;
  readonly receivedAt: Date;
  readonly outcome: 'finding' | Reason;
  /** Ids of everything that the call named, owned or not: by them a person asks why nothing was told. */
  readonly resources: readonly string[];
  /** `ram-user alice`: who did it, as the event claims. */
  readonly actor: string;
  /** One English sentence on what led to it: names the resource, role or actor that decided. */
  readonly why: string;
  /** Hashes of the snapshots and of the ownership rows that were used. */
  readonly facts: readonly string[];
  /** Which way the event came, where that was not the account's own bus. */
  readonly via?: Via;
  /** The record as received, secrets redacted. */
  readonly raw: unknown;
}

/** Outcomes that settle nothing: the event is decided again when more is known. */
export const HELD: readonly Decision['outcome'][] = ['ownership-unknown', 'unverified'];
