import { ChannelError } from '../../errors.ts';
import { JSON_HEADERS, membersOf, post } from '../post.ts';
import type { WeComMessage } from './message.ts';

/** What each `errcode` means for the sender; unknown ones are tried again. */
const KINDS: Readonly<Record<number, ChannelError['kind']>> = {
  45009: 'throttled',
  93000: 'configuration', // the key in the address
  93004: 'configuration', // the robot was stopped
  93008: 'configuration', // the robot left the group
  93017: 'configuration', // the address it comes from
  40008: 'bug', // the type
  40058: 'too-long',
  44004: 'bug', // no content
};

/** Posts one message, without retry. Throws ChannelError; the key in the address is never part of it. */
export async function sendToWeCom({ webhook }: { readonly webhook: string }, message: WeComMessage): Promise<void> {
  const { status, body } = await post('WeCom', webhook, { body: JSON.stringify(message), headers: JSON_HEADERS });
  const { errcode } = membersOf(body);
  if (errcode === 0) return;
  if (typeof errcode !== 'number') {
    throw new ChannelError(
      status === 429 ? 'throttled' : 'retry-soon',
      `WeCom answered HTTP ${status} without an errcode`,
    );
  }
  throw new ChannelError(KINDS[errcode] ?? 'retry-soon', `WeCom answered errcode ${errcode}`);
}
