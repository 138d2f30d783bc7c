import type { ChannelError } from '../errors.ts';
import type { Delivery } from '../model/notification.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** After this long a message is no alert any more. */
const LONGEST_MS = 24 * 60 * MINUTE;

/** Waits after the first, second … failed attempt; the last one holds from there on. */
const BACK_OFF = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** How long each kind of failure lasts; `retry-soon` grows. A robot that is throttled stays so for 10 minutes. */
const WAITS = {
  throttled: 10 * MINUTE,
  configuration: 10 * MINUTE,
  'stop-channel': 60 * MINUTE, // a quota by the month or day
} as const;

/** A robot that hangs is left alone for a moment: each further message would only hang as well. */
const SILENT_MS = 10 * SECOND;

/** What a failure says, without the error. */
type Failure = Pick<ChannelError, 'kind' | 'message' | 'unanswered' | 'restMs'>;

/** What becomes of a message after a failed attempt. `random` in [0, 1) spreads those that failed together. */
export function nextTry(
  failure: Failure,
  { attempts, ageMs, findings }: { readonly attempts: number; readonly ageMs: number; readonly findings: number },
  random: () => number,
): Delivery {
  const { kind, message: why, unanswered } = failure;
  if (kind === 'bug' || kind === 'too-long') {
    // One of many may be the cause: told in smaller messages, it harms no other.
    if (findings > 1) return { state: 'pending', retryInMs: 0, why: `${kind}: ${why}` };
    return { state: 'abandoned', why: `${kind}: ${why}` };
  }
  if (ageMs >= LONGEST_MS) return { state: 'abandoned', why: `not delivered in 24 hours; at last, ${kind}: ${why}` };
  const waitMs =
    kind === 'retry-soon' ? (BACK_OFF[Math.min(attempts, BACK_OFF.length - 1)] ?? MINUTE) : closedFor(failure);
  // Only ever later: a throttled robot that is asked too early stays throttled for longer.
  const retryInMs = Math.round(waitMs * (1 + random() / 4));
  return { state: 'pending', retryInMs, why: `${kind}: ${why}`, ...(unanswered ? { unanswered } : {}) };
}

/** How long the whole channel is left alone, because another message would only meet the same; 0: it is not. */
export function closedFor({ kind, unanswered, restMs }: Failure): number {
  if (kind === 'throttled' && restMs !== undefined) return restMs;
  if (kind === 'throttled' || kind === 'configuration' || kind === 'stop-channel') return WAITS[kind];
  return unanswered ? SILENT_MS : 0;
}
