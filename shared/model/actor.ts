/** Who did it, as the event claims. `type` is ActionTrail's `userIdentity.type`, an open set. */
export interface Actor {
  readonly type: string;
  /** RAM user name, role name (as spelled in the event), `root`, or a service's host. */
  readonly name: string;
  /** Session of an assumed role. */
  readonly session?: string;
  readonly principalId?: string;
  readonly accessKeyId?: string;
  readonly accountId?: string;
}

/**
 * Who acted, seen from one cluster: ACK itself (trust verified), the echo of somebody's earlier call, the
 * cloud platform, automation that the configuration trusts, an outsider, a suspect, or not yet known.
 */
export type Standing = 'ack' | 'echo' | 'platform' | 'declared' | 'outsider' | 'suspect' | 'unverified';
