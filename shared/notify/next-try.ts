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

/** What becomes of a notification after a failed attempt. `random` in [0, 1) spreads those that failed together. */
export function nextTry(
  error: Pick<ChannelError, 'kind' | 'message'>,
  { attempts, ageMs }: { readonly attempts: number; readonly ageMs: number },
  random: () => number,
): Delivery {
  const { kind, message: why } = error;
  if (kind === 'bug' || kind === 'too-long') return { state: 'abandoned', why: `${kind}: ${why}` };
  if (ageMs >= LONGEST_MS) return { state: 'abandoned', why: `not delivered in 24 hours; at last, ${kind}: ${why}` };
  const waitMs = kind === 'retry-soon' ? (BACK_OFF[Math.min(attempts, BACK_OFF.length - 1)] ?? MINUTE) : WAITS[kind];
  // Only ever later: a throttled robot that is asked too early stays throttled for longer.
  return { state: 'pending', retryInMs: Math.round(waitMs * (1 + random() / 4)), why: `${kind}: ${why}` };
}

/** Whether the failure is the whole channel's: another message would only meet the same. */
export function closesChannel(kind: ChannelError['kind']): boolean {
  return kind in WAITS;
}
