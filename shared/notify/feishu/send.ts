import { createHmac } from 'node:crypto';
import { ChannelError } from '../../errors.ts';
import { JSON_HEADERS, membersOf, post } from '../post.ts';
import type { FeishuMessage } from './message.ts';

/** One robot of one group. */
interface Robot {
  /** The whole address with its token: a secret. */
  readonly webhook: string;
  readonly secret?: string | undefined;
}

/** What each `code` means for the sender; unknown ones are tried again. */
const KINDS: Readonly<Record<number, ChannelError['kind']>> = {
  11232: 'throttled',
  230020: 'throttled',
  99991400: 'throttled',
  19001: 'configuration', // the token
  19021: 'configuration', // the signature, or its time
  19022: 'configuration', // the address it comes from
  19024: 'configuration', // the keyword
  9499: 'bug', // the body
  11246: 'bug', // the card
};

/** Posts one message, without retry. Throws ChannelError; neither token nor secret is ever part of it. */
export async function sendToFeishu({ webhook, secret }: Robot, message: FeishuMessage, now: Date): Promise<void> {
  const body = JSON.stringify({ ...(secret === undefined ? {} : signatureOf(secret, now)), ...message });
  const { status, body: answer } = await post('Feishu', webhook, { body, headers: JSON_HEADERS });
  const members = membersOf(answer);
  const code = members['code'] ?? members['StatusCode'];
  if (code === 0) return;
  if (status === 413) throw new ChannelError('too-long', 'Feishu answered HTTP 413');
  if (typeof code !== 'number') {
    throw new ChannelError(
      status === 429 ? 'throttled' : 'retry-soon',
      `Feishu answered HTTP ${status} without a code`,
    );
  }
  throw new ChannelError(KINDS[code] ?? 'retry-soon', `Feishu answered code ${code}`);
}

/** Base64 of HMAC-SHA256 over nothing, keyed with `seconds\nsecret`; refused when more than an hour off. */
function signatureOf(secret: string, now: Date): { readonly timestamp: string; readonly sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}
