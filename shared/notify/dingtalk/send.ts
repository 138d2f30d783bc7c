import { ChannelError } from '../../errors.ts';
import { signedUrl } from './sign.ts';
import { verdictOf } from './verdict.ts';

/** One robot of one group. */
export interface Robot {
  /** The whole address with its token: a secret. */
  readonly webhook: string;
  readonly secret: string | undefined;
}

/** The longest that one post may take, in milliseconds; the outbox tries again. */
const POST_MS = 3_000;

/** Posts one message, without retry. Throws ChannelError; neither token nor secret is ever part of it. */
export async function sendToDingTalk(robot: Robot, message: unknown, now: Date, timeoutMs = POST_MS): Promise<void> {
  let status: number;
  let body: string;
  try {
    const response = await fetch(signedUrl(robot.webhook, robot.secret, now), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    body = await response.text();
  } catch (error) {
    // The cause is left out on purpose: fetch's errors may hold the address, and with it the token.
    const why =
      error instanceof Error && error.name === 'TimeoutError' ? `no answer in ${timeoutMs} ms` : 'no connection';
    throw new ChannelError('retry-soon', `DingTalk gave ${why}`);
  }
  const refused = verdictOf(status, body);
  if (refused) throw refused;
}
