import { ChannelError } from '../../errors.ts';
import { membersOf } from '../post.ts';

type Kind = ChannelError['kind'];

/** What each `errcode` means for the sender. The vendor's list is not public as a whole: unknown codes are tried again. */
const KINDS: Readonly<Record<number, Kind>> = {
  130101: 'throttled',
  410100: 'throttled',
  90030: 'stop-channel',
  310000: 'configuration',
  300001: 'configuration',
  300005: 'configuration',
  400101: 'configuration',
  400013: 'configuration',
  400102: 'configuration',
  400106: 'configuration',
  88: 'configuration',
  400105: 'bug',
  40035: 'bug',
  43002: 'bug',
  43004: 'bug',
  460101: 'too-long',
  101002: 'too-long',
  430101: 'too-long',
  430102: 'too-long',
  430103: 'too-long',
  430104: 'too-long',
};

/** Codes have changed over the years, so throttling is told by the text as well. */
const THROTTLED = /too fast|exceed.*per minute|throttl|flow control/iu;

/**
 * Reads the robot's answer: undefined when the message was taken. Errors come with HTTP 200, and a body without
 * `errcode` is a failure: one form of throttling answers `{"status":1111,"punish":"deny"}`.
 */
export function verdictOf(status: number, body: string): ChannelError | undefined {
  const answer = membersOf(body);
  const { errcode, errmsg } = answer;
  if (typeof errcode !== 'number') {
    const kind =
      answer['status'] === 1111 || answer['punish'] === 'deny' || status === 429 ? 'throttled' : 'retry-soon';
    return new ChannelError(kind, `DingTalk answered HTTP ${status} without an errcode`);
  }
  if (errcode === 0) return undefined;
  const isThrottled = typeof errmsg === 'string' && THROTTLED.test(errmsg);
  const kind = isThrottled ? 'throttled' : (KINDS[errcode] ?? 'retry-soon');
  return new ChannelError(kind, `DingTalk answered errcode ${errcode}`); // errmsg may echo the token: kept out
}
